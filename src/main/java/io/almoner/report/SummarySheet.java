package io.almoner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import io.almoner.returns.TextWidth;

/** The first sheet of a workbook: what the report is about, its figures, its charts and its short tables. */
final class SummarySheet {

    private static final List<Double> WIDTHS = List.of(44.0, 34.0, 18.0, 14.0, 14.0, 14.0, 11.0, 11.0);
    private static final double TITLE_HEIGHT = 26;
    private static final double HEADING_HEIGHT = 18;
    private static final int LONGEST_NOTE = 140;
    private static final int LONGEST_VALUE = 100;
    private static final String BLUE = SheetHead.BLUE;
    private static final String GREY = "FF5B6B7A";

    private final Report report;
    private final Texts texts;
    private final List<SheetChart> charts = new ArrayList<>();
    private final Map<Integer, Integer> lines = new HashMap<>();
    private int row;

    SummarySheet(Report report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    void write(Worksheet sheet, Paper paper) {
        sheet.hideGridLines();
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        header(sheet);
        body(sheet);
        SheetPrint.onePageWide(sheet, paper, row);
    }

    private void body(Worksheet sheet) {
        if (report.isEmpty()) {
            heading(sheet, texts.text(report.name() + ".empty"));
            text(sheet, 0, texts.text(report.name() + ".empty.hint"));
            return;
        }
        figures(sheet);
        report.drawnCharts().forEach(chart -> chart(sheet, chart));
        report.briefTables().forEach(table -> table(sheet, table));
    }

    /** The charts whose figures and whose room are on the sheet. */
    List<SheetChart> charts() {
        return List.copyOf(charts);
    }

    private void header(Worksheet sheet) {
        ReportHeader header = report.header();
        text(sheet, 0, texts.text(report.name() + ".title"));
        sheet.style(0, 0).bold().fontSize(18).fontColor(BLUE).set();
        sheet.rowHeight(row, TITLE_HEIGHT);
        row++;
        labelled(sheet, "meta.organisations", texts.organisations(header));
        labelled(sheet, "meta.purpose", texts.text(report.name() + ".purpose"));
        label(sheet, "meta.on");
        value(sheet, 1, Kind.DAY, header.on());
        sheet.style(row, 1).verticalAlignment("top").horizontalAlignment("left").set();
        row++;
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
                    .bold()
                    .verticalAlignment("top")
                    .horizontalAlignment("left")
                    .set();
            row++;
        }
        heading(sheet, texts.text("steps.title"));
        for (String step : report.steps()) {
            for (String line : new TextWidth().wrapped(step, LONGEST_NOTE)) {
                text(sheet, 0, line);
                row++;
            }
        }
        row++;
        for (String note : report.notes()) {
            for (String line : new TextWidth().wrapped(note, LONGEST_NOTE)) {
                text(sheet, 0, line);
                sheet.style(row, 0).italic().fontColor(GREY).set();
                row++;
            }
        }
    }

    private void chart(Worksheet sheet, Chart chart) {
        row++;
        SheetChart placed = new SheetChart(chart, sheet.getName(), row);
        charts.add(placed);
        List<String> series = chart.series();
        head(sheet, SheetChart.NAMES, "", Kind.TEXT);
        for (int number = 0; number < series.size(); number++) {
            head(sheet, SheetChart.NAMES + 1 + number, series.get(number), Kind.WHOLE);
        }
        for (String category : chart.categories()) {
            row++;
            value(sheet, SheetChart.NAMES, Kind.TEXT, category);
            for (int number = 0; number < series.size(); number++) {
                value(sheet, SheetChart.NAMES + 1 + number, Kind.WHOLE, chart.value(series.get(number), category));
            }
        }
        row = placed.top() + placed.rows();
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
            Field<T> field = fields.get(column);
            head(sheet, column, field.title(texts), field.kind());
        }
        row++;
    }

    private void head(Worksheet sheet, int column, String title, Kind kind) {
        SheetHead.write(sheet, row, column, title, kind);
        grow(sheet, column, title);
    }

    /** Makes the row high enough for the text. */
    private void grow(Worksheet sheet, int column, String text) {
        int most = lines.merge(row, SheetLines.of(text, WIDTHS.get(column)), Math::max);
        if (most > 1) {
            sheet.rowHeight(row, SheetLines.height(most));
        }
    }

    private void labelled(Worksheet sheet, String key, String value) {
        label(sheet, key);
        for (String line : new TextWidth().wrapped(value, LONGEST_VALUE)) {
            text(sheet, 1, line);
            row++;
        }
    }

    private void label(Worksheet sheet, String key) {
        text(sheet, 0, texts.text(key));
        sheet.style(row, 0).fontColor(GREY).set();
    }

    private void heading(Worksheet sheet, String heading) {
        row++;
        text(sheet, 0, heading);
        sheet.style(row, 0).bold().fontSize(12).fontColor(BLUE).set();
        sheet.rowHeight(row, HEADING_HEIGHT);
        row++;
    }

    private void text(Worksheet sheet, int column, String text) {
        sheet.inlineString(row, column, Column.fitting(text));
        sheet.style(row, column).verticalAlignment("top").set();
    }

    private void value(Worksheet sheet, int column, Kind kind, @Nullable Object value) {
        if (value == null) {
            return;
        }
        switch (kind) {
            case TEXT -> {
                text(sheet, column, (String) value);
                sheet.style(row, column)
                        .verticalAlignment("top")
                        .horizontalAlignment(Kind.TEXT.alignment())
                        .indent(1)
                        .wrapText(true)
                        .set();
                grow(sheet, column, (String) value);
            }
            case WHOLE, SHARE -> sheet.value(row, column, (Number) value);
            case DAY -> sheet.value(row, column, (LocalDate) value);
        }
        String format = texts.format(kind);
        if (format != null) {
            sheet.style(row, column).format(format).verticalAlignment("top").set();
        }
    }
}
