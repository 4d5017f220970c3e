package io.almoner.report;

import java.util.List;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import io.almoner.book.Unit;

/** The first sheet of the workbook: what the report is about and the figures of the PDF's cover. */
final class AllocationsSummarySheet {

    private static final String WHOLE = "#,##0";
    private static final String DAY = "yyyy-mm-dd";

    private final AllocationsReport report;
    private final Texts texts;
    private int row;

    AllocationsSummarySheet(AllocationsReport report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    void write(Worksheet sheet, Paper paper) {
        SheetPrint.onePage(sheet, paper);
        sheet.hideGridLines();
        List<Double> widths = List.of(44.0, 34.0, 12.0, 12.0, 12.0, 12.0, 10.0, 10.0);
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
        header(sheet);
        if (report.figures().benefitCount() == 0) {
            heading(sheet, "allocations.empty");
            text(sheet, 0, texts.text("allocations.empty.hint"));
            return;
        }
        figures(sheet, report.figures());
        totals(sheet, report.figures());
        ending(sheet, report.figures());
    }

    private void header(Worksheet sheet) {
        ReportHeader header = report.header();
        text(sheet, 0, texts.text("allocations.title"));
        sheet.style(0, 0).bold().fontSize(18).fontColor("1F4E79").set();
        row++;
        labelled(sheet, "meta.organisations", texts.organisations(header));
        labelled(sheet, "meta.purpose", texts.text("allocations.purpose"));
        sheet.value(row, 1, header.on());
        sheet.style(row, 1).format(DAY).horizontalAlignment("left").set();
        labelled(sheet, "meta.on", null);
        labelled(sheet, "meta.generated", texts.generated(header));
        labelled(sheet, "meta.policy", header.policy());
        labelled(sheet, "meta.filters", texts.filters(header));
    }

    private void figures(Worksheet sheet, KeyFigures figures) {
        Tally seats = figures.seats();
        heading(sheet, "total.seats");
        figure(sheet, texts.text("figure.granted"), seats.granted(), WHOLE);
        figure(sheet, texts.text("figure.assigned"), seats.assigned(), WHOLE);
        figure(sheet, texts.text("figure.free"), seats.free(), WHOLE);
        figure(sheet, texts.text("column.over"), seats.over(), WHOLE);
        figure(sheet, texts.text("figure.use"), seats.use(), "0 %");
        figure(sheet, texts.text("figure.over"), seats.overAllocated(), WHOLE);
        figure(sheet, texts.text("figure.risk", KeyFigures.HORIZON), figures.endingCount(), WHOLE);
        figure(sheet, texts.text("figure.risk.seats"), figures.atRisk().assigned(), WHOLE);
        figure(sheet, texts.text("figure.ended.seats"), figures.ended().assigned(), WHOLE);
        text(sheet, 0, texts.text("allocations.counting", report.header().on().toString()));
        sheet.style(row, 0).italic().fontColor("5B6B7A").set();
        row++;
    }

    private void totals(Worksheet sheet, KeyFigures figures) {
        heading(sheet, "section.SUMMARY");
        columns(sheet, List.of("category", "unit", "benefits", "granted", "assigned", "free", "over", "use"), 2);
        for (CategoryTotal total : figures.totals()) {
            text(sheet, 0, texts.word("category", total.category()));
            text(sheet, 1, texts.word("unit", total.unit().name()));
            tally(sheet, total.tally(), total.unit());
        }
        text(sheet, 0, texts.text("total.seats"));
        sheet.range(row, 0, row, 7).style().bold().set();
        tally(sheet, figures.seats(), Unit.SEAT);
    }

    private void tally(Worksheet sheet, Tally tally, Unit unit) {
        boolean limited = unit != Unit.UNLIMITED;
        number(sheet, 2, tally.benefits(), WHOLE);
        number(sheet, 3, limited ? tally.granted() : null, WHOLE);
        number(sheet, 4, tally.assigned(), WHOLE);
        number(sheet, 5, limited ? tally.free() : null, WHOLE);
        number(sheet, 6, limited ? tally.over() : null, WHOLE);
        number(sheet, 7, limited ? tally.use() : null, "0 %");
        row++;
    }

    private void ending(Worksheet sheet, KeyFigures figures) {
        if (figures.ending().isEmpty()) {
            return;
        }
        heading(sheet, "section.ENDING", KeyFigures.HORIZON);
        columns(sheet, List.of("benefit", "organisation", "until", "granted", "assigned"), 2);
        for (BenefitLine line : figures.ending()) {
            text(sheet, 0, line.name());
            text(sheet, 1, line.order().organisation());
            if (line.usableUntil() != null) {
                sheet.value(row, 2, line.usableUntil());
                sheet.style(row, 2).format(DAY).set();
            }
            number(sheet, 3, line.quantity().granted(), WHOLE);
            number(sheet, 4, line.quantity().assigned(), WHOLE);
            row++;
        }
    }

    private void labelled(Worksheet sheet, String key, @Nullable String value) {
        text(sheet, 0, texts.text(key));
        sheet.style(row, 0).fontColor("5B6B7A").set();
        if (value != null) {
            text(sheet, 1, value);
        }
        row++;
    }

    private void figure(Worksheet sheet, String label, @Nullable Number value, String format) {
        text(sheet, 0, label);
        number(sheet, 1, value, format);
        sheet.style(row, 1).format(format).bold().horizontalAlignment("left").set();
        row++;
    }

    private void heading(Worksheet sheet, String key, Object... arguments) {
        row++;
        text(sheet, 0, texts.text(key, arguments));
        sheet.style(row, 0).bold().fontSize(12).fontColor("1F4E79").set();
        row++;
    }

    private void columns(Worksheet sheet, List<String> keys, int firstFigure) {
        for (int column = 0; column < keys.size(); column++) {
            text(sheet, column, texts.text("column." + keys.get(column)));
            String side = column < firstFigure ? "left" : "right";
            sheet.style(row, column)
                    .bold()
                    .fontColor("FFFFFF")
                    .fillColor("1F4E79")
                    .horizontalAlignment(side)
                    .set();
        }
        row++;
    }

    private void text(Worksheet sheet, int column, String text) {
        sheet.inlineString(row, column, Column.fitting(text));
    }

    private void number(Worksheet sheet, int column, @Nullable Number value, String format) {
        if (value != null) {
            sheet.value(row, column, value);
            sheet.style(row, column).format(format).set();
        }
    }
}
