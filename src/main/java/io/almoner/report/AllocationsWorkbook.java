package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;

/**
 * Writes the report as a workbook: a summary, and one table each of benefits and of people, with the same figures as the
 * PDF. A table that is longer than a sheet goes on on another.
 */
final class AllocationsWorkbook {

    private static final String WHOLE = "#,##0";

    private final AllocationsReport report;
    private final Look look;
    private final Texts texts;

    AllocationsWorkbook(AllocationsReport report, Look look) {
        this.report = report;
        this.look = look;
        this.texts = new Texts(look.locale());
    }

    void write(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Almoner", "1.0")) {
            book.setGlobalDefaultFont("Calibri", 10);
            book.properties().setTitle(texts.text("allocations.title")).setSubject(texts.text("allocations.subject"));
            new AllocationsSummarySheet(report, texts)
                    .write(book.newWorksheet(texts.text("sheet.summary")), look.paper());
            table(book, "allocations", report.benefits(), benefitColumns());
            table(book, "assignments", report.assignments(), assignmentColumns());
        }
    }

    private <T> void table(Workbook book, String name, Rows<T> rows, List<Column<T>> columns) throws IOException {
        try (Stream<T> lines = rows.open()) {
            Iterator<T> iterator = lines.iterator();
            int number = 1;
            do {
                String suffix = number == 1 ? "" : " " + number;
                String title = texts.text("sheet." + name) + suffix;
                new DataSheet<>(book.newWorksheet(title), columns, look.paper()).fill(iterator);
                number++;
            } while (iterator.hasNext());
        }
    }

    private List<Column<BenefitLine>> benefitColumns() {
        return List.of(
                Column.text(title("organisation"), 28, line -> line.order().organisation()),
                Column.text(title("order"), 14, line -> line.order().number()),
                Column.text(
                        title("package"),
                        16,
                        line -> texts.word("offer", line.order().offerType())),
                Column.text(title("competency"), 24, line -> line.order().competency()),
                Column.text(title("category"), 15, line -> texts.word("category", line.category())),
                Column.text(title("benefit"), 40, BenefitLine::name),
                Column.text(
                        title("unit"),
                        11,
                        line -> texts.word("unit", line.quantity().unit().name())),
                Column.number(
                        title("granted"), WHOLE, 11, line -> line.quantity().granted()),
                Column.number(
                        title("assigned"), WHOLE, 11, line -> line.quantity().assigned()),
                Column.number(title("free"), WHOLE, 11, line -> line.quantity().free()),
                Column.number(title("over"), WHOLE, 9, line -> line.quantity().over()),
                Column.number(title("use"), "0 %", 9, line -> line.quantity().use()),
                Column.text(title("status"), 12, line -> texts.word("status", line.status())),
                Column.date(title("until"), 14, BenefitLine::usableUntil),
                Column.text(
                        title("counted"),
                        10,
                        line -> texts.text(line.countedOn(report.header().on()) ? "yes" : "no")));
    }

    private List<Column<AssignmentLine>> assignmentColumns() {
        return List.of(
                Column.text(
                        title("organisation"),
                        28,
                        line -> line.benefit().order().organisation()),
                Column.text(title("order"), 14, line -> line.benefit().order().number()),
                Column.text(
                        title("package"),
                        30,
                        line -> texts.packageName(line.benefit().order())),
                Column.text(
                        title("category"),
                        15,
                        line -> texts.word("category", line.benefit().category())),
                Column.text(title("benefit"), 40, line -> line.benefit().name()),
                Column.text(title("person"), 26, AssignmentLine::person),
                Column.text(title("email"), 34, AssignmentLine::email),
                Column.text(title("level"), 16, AssignmentLine::level),
                Column.date(title("since"), 12, AssignmentLine::since),
                Column.date(title("seatUntil"), 12, AssignmentLine::until),
                Column.text(title("status"), 12, line -> texts.word("status", line.status())));
    }

    private String title(String column) {
        return texts.text("column." + column);
    }
}
