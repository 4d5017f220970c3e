package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;

/**
 * Writes a report as a workbook: a summary with charts, and a sheet for each table of details, with the same figures as
 * the PDF. A table that is longer than a sheet goes on on another.
 */
final class ReportWorkbook {

    private final Report report;
    private final Look look;
    private final Texts texts;

    ReportWorkbook(Report report, Look look, Texts texts) {
        this.report = report;
        this.look = look;
        this.texts = texts;
    }

    /** @param directory where the workbook waits, for its owner only, until it is complete */
    void write(Path directory, OutputStream out) throws IOException {
        Path plain = Files.createTempFile(directory, ".workbook", ".part");
        try {
            List<SheetChart> charts;
            try (OutputStream parts = Files.newOutputStream(plain)) {
                charts = writeSheets(parts);
            }
            new CompletedWorkbook(charts, texts).write(plain, out);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private List<SheetChart> writeSheets(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Almoner", "1.0")) {
            book.setGlobalDefaultFont(SheetPrint.FONT, 10);
            book.properties()
                    .setTitle(texts.text(report.name() + ".title"))
                    .setSubject(texts.text(report.name() + ".subject"));
            SummarySheet summary = new SummarySheet(report, texts);
            summary.write(book.newWorksheet(texts.text("sheet.summary")), look.paper());
            for (Table<?> table : report.detailTables()) {
                write(book, table);
            }
            return summary.charts();
        }
    }

    private <T> void write(Workbook book, Table<T> table) throws IOException {
        List<Column<T>> columns =
                table.fields().stream().map(field -> field.column(texts)).toList();
        try (Stream<T> lines = table.rows().open()) {
            Iterator<T> iterator = lines.iterator();
            int number = 1;
            do {
                String title = number == 1 ? table.sheet() : table.sheet() + " " + number;
                new DataSheet<>(book.newWorksheet(title), columns, look.paper()).fill(iterator);
                number++;
            } while (iterator.hasNext());
        }
    }
}
