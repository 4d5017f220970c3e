package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import io.almoner.intake.FormulaGuard;

/**
 * Writes a table of a report for other programs: CSV in UTF-8 with a byte order mark, which Excel needs to show names
 * right. Numbers and days are written as every program reads them, and no cell starts a formula.
 */
final class ReportText<T> {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Table<T> table;
    private final Texts texts;
    private final FormulaGuard formulas = new FormulaGuard();

    ReportText(Table<T> table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(
                table.fields().stream().map(field -> field.title(texts)).toList());
        try (Stream<T> rows = table.rows().open()) {
            for (Iterator<T> lines = rows.iterator(); lines.hasNext(); ) {
                printer.printRecord(cells(lines.next()));
            }
        }
        printer.flush();
    }

    private List<String> cells(T line) {
        List<String> cells = new ArrayList<>();
        for (Field<T> field : table.fields()) {
            cells.add(cell(field.kind(), field.value().apply(line)));
        }
        return cells;
    }

    private String cell(Kind kind, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT -> formulas.guard((String) value);
            case WHOLE, SHARE, DAY -> value.toString();
        };
    }
}
