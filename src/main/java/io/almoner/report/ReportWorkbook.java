package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;

/**
 * Writes a report as a workbook: a summary, and a sheet for each table of details, with the same figures as the PDF. A
 * table that is longer than a sheet goes on on another.
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

    void write(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Almoner", "1.0")) {
            book.setGlobalDefaultFont("Calibri", 10);
            book.properties()
                    .setTitle(texts.text(report.name() + ".title"))
                    .setSubject(texts.text(report.name() + ".subject"));
            new SummarySheet(report, texts).write(book.newWorksheet(texts.text("sheet.summary")), look.paper());
            for (Table<?> table : report.detailTables()) {
                write(book, table);
            }
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
