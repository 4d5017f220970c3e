package io.almoner.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook: what the report is about, its figures and its short tables. */
final class SummarySheet {

    private static final List<Double> WIDTHS = List.of(44.0, 34.0, 12.0, 12.0, 12.0, 12.0, 10.0, 10.0);
    private static final String BLUE = "1F4E79";
    private static final String GREY = "5B6B7A";

    private final Report report;
    private final Texts texts;
    private int row;

    SummarySheet(Report report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    void write(Worksheet sheet, Paper paper) {
        SheetPrint.onePage(sheet, paper);
        sheet.hideGridLines();
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        header(sheet);
        if (report.isEmpty()) {
            heading(sheet, texts.text(report.name() + ".empty"));
            text(sheet, 0, texts.text(report.name() + ".empty.hint"));
            return;
        }
        figures(sheet);
        report.briefTables().forEach(table -> table(sheet, table));
    }

    private void header(Worksheet sheet) {
        ReportHeader header = report.header();
        text(sheet, 0, texts.text(report.name() + ".title"));
        sheet.style(0, 0).bold().fontSize(18).fontColor(BLUE).set();
        row++;
        labelled(sheet, "meta.organisations", texts.organisations(header));
        labelled(sheet, "meta.purpose", texts.text(report.name() + ".purpose"));
        value(sheet, 1, Kind.DAY, header.on());
        sheet.style(row, 1)
                .format(Kind.DAY.format())
                .horizontalAlignment("left")
                .set();
        labelled(sheet, "meta.on", null);
        labelled(sheet, "meta.generated", texts.generated(header));
        labelled(sheet, "meta.policy", header.policy());
        labelled(sheet, "meta.filters", texts.filters(header));
    }

    private void figures(Worksheet sheet) {
        heading(sheet, texts.text(report.name() + ".figures"));
        for (Figure figure : report.figures()) {
            text(sheet, 0, figure.label());
            value(sheet, 1, figure.kind(), figure.value());
            sheet.style(row, 1)
                    .format(figure.kind().format())
                    .bold()
                    .horizontalAlignment("left")
                    .set();
            row++;
        }
        heading(sheet, texts.text("steps.title"));
        for (String step : report.steps()) {
            text(sheet, 0, step);
            row++;
        }
        row++;
        for (String note : report.notes()) {
            text(sheet, 0, note);
            sheet.style(row, 0).italic().fontColor(GREY).set();
            row++;
        }
    }

    private <T> void table(Worksheet sheet, Table<T> table) {
        try (Stream<T> rows = table.rows().open()) {
            List<T> lines = rows.toList();
            if (lines.isEmpty()) {
                return;
            }
            heading(sheet, table.heading());
            columns(sheet, table.fields());
            lines.forEach(line -> line(sheet, table.fields(), line));
        }
        if (table.total() != null) {
            sheet.range(row, 0, row, table.fields().size() - 1).style().bold().set();
            line(sheet, table.fields(), table.total());
        }
    }

    private <T> void line(Worksheet sheet, List<Field<T>> fields, T line) {
        for (int column = 0; column < fields.size(); column++) {
            Field<T> field = fields.get(column);
            value(sheet, column, field.kind(), field.value().apply(line));
        }
        row++;
    }

    private <T> void columns(Worksheet sheet, List<Field<T>> fields) {
        for (int column = 0; column < fields.size(); column++) {
            text(sheet, column, fields.get(column).title(texts));
            Kind kind = fields.get(column).kind();
            sheet.style(row, column)
                    .bold()
                    .fontColor("FFFFFF")
                    .fillColor(BLUE)
                    .horizontalAlignment(kind == Kind.TEXT ? "left" : "right")
                    .set();
        }
        row++;
    }

    private void labelled(Worksheet sheet, String key, @Nullable String value) {
        text(sheet, 0, texts.text(key));
        sheet.style(row, 0).fontColor(GREY).set();
        if (value != null) {
            text(sheet, 1, value);
        }
        row++;
    }

    private void heading(Worksheet sheet, String heading) {
        row++;
        text(sheet, 0, heading);
        sheet.style(row, 0).bold().fontSize(12).fontColor(BLUE).set();
        row++;
    }

    private void text(Worksheet sheet, int column, String text) {
        sheet.inlineString(row, column, Column.fitting(text));
    }

    private void value(Worksheet sheet, int column, Kind kind, @Nullable Object value) {
        if (value == null) {
            return;
        }
        switch (kind) {
            case TEXT -> text(sheet, column, (String) value);
            case WHOLE, SHARE -> sheet.value(row, column, (Number) value);
            case DAY -> sheet.value(row, column, (LocalDate) value);
        }
        String format = kind.format();
        if (format != null) {
            sheet.style(row, column).format(format).set();
        }
    }
}
