package io.almoner.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Unit;
import io.almoner.report.Chart.Piece;

/** The report about allocations: what was granted, what is assigned to whom, and what is still free. */
final class Allocations {

    private final AllocationsReport read;
    private final Texts texts;
    private final KeyFigures figures;

    Allocations(AllocationsReport read, Texts texts) {
        this.read = read;
        this.texts = texts;
        this.figures = read.figures();
    }

    static Report read(ScopedLedger ledger) {
        return new Allocations(new AllocationsQuery(ledger).report(), ledger.texts()).report();
    }

    Report report() {
        AllocationsDesign design = new AllocationsDesign(texts, read.header().on());
        return new Report(
                "allocations",
                read.header(),
                figures.benefitCount(),
                figures(),
                notes(),
                List.of(Chart.bars(texts.text("chart.title"), bars()), Chart.trend(texts.text("trend.title"), trend())),
                List.of(
                        totals(),
                        ending().drawn(design::ending),
                        benefits().drawn(design::benefit),
                        assignments().drawn(design::assignment)),
                facts(),
                steps());
    }

    private List<Figure> figures() {
        Tally seats = figures.seats();
        String over = seats.over() > 0 ? texts.text("figure.over.note", seats.over()) : null;
        return List.of(
                Figure.onCover(
                        "granted",
                        texts.text("figure.granted"),
                        seats.granted(),
                        texts.text("figure.benefits", seats.benefits())),
                Figure.onCover("assigned", texts.text("figure.assigned"), seats.assigned(), null),
                Figure.onCover("free", texts.text("figure.free"), seats.free(), null),
                Figure.inList("over", texts.text("column.over"), seats.over()),
                new Figure("use", texts.text("figure.use"), Kind.SHARE, seats.use(), null, Figure.Place.COVER),
                Figure.onCover("overAllocated", texts.text("figure.over"), seats.overAllocated(), over),
                Figure.onCover(
                        "endingCount",
                        texts.text("figure.risk", KeyFigures.HORIZON),
                        figures.endingCount(),
                        endingNote()),
                Figure.inList(
                        "atRisk",
                        texts.text("figure.risk.seats"),
                        figures.atRisk().assigned()),
                Figure.inList(
                        "endedSeats",
                        texts.text("figure.ended.seats"),
                        figures.ended().assigned()));
    }

    private String endingNote() {
        return figures.nextEnd() == null
                ? texts.text("figure.risk.none")
                : texts.text("figure.risk.note", figures.atRisk().assigned(), texts.day(figures.nextEnd()));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(texts.text("allocations.counting", texts.day(read.header().on())));
        Tally ended = figures.ended();
        if (ended.benefits() > 0) {
            notes.add(texts.text("allocations.notCounted", ended.assigned(), ended.benefits()));
        }
        return notes;
    }

    private List<String> steps() {
        Tally seats = figures.seats();
        Object first = figures.nextEnd() == null ? "" : texts.day(figures.nextEnd());
        return new Steps(texts)
                .when(seats.overAllocated(), "allocations.step.over", seats.over())
                .when(figures.ended().assigned(), "allocations.step.ended")
                .when(figures.endingCount(), "allocations.step.ending", KeyFigures.HORIZON, first)
                .when(seats.free(), "allocations.step.free")
                .all();
    }

    private Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("benefits", figures.seats().benefits());
        facts.put("horizon", KeyFigures.HORIZON);
        facts.put("listed", KeyFigures.LISTED);
        return facts;
    }

    /** One bar a category: what is assigned within the grant, what is free, and what is too much. */
    private List<Piece> bars() {
        Map<String, Tally> categories = new LinkedHashMap<>();
        for (CategoryTotal total : figures.totals()) {
            if (total.unit().isPerPerson()) {
                categories.merge(texts.word("category", total.category()), total.tally(), Tally::plus);
            }
        }
        List<Piece> bars = new ArrayList<>();
        categories.forEach((category, tally) -> {
            bars.add(new Piece(texts.text("chart.within"), category, tally.assigned() - tally.over()));
            bars.add(new Piece(texts.text("figure.free"), category, tally.free()));
            bars.add(new Piece(texts.text("figure.over"), category, tally.over()));
        });
        return bars;
    }

    private List<Piece> trend() {
        return read.trend().points().stream()
                .map(point -> new Piece(texts.text("column.seats"), texts.day(point.day()), point.held()))
                .toList();
    }

    /** A row of sums in the words of its language; without a limit only what is assigned is known. */
    private record Sums(String category, @Nullable String unit, boolean limited, Tally tally) {}

    private Table<Sums> totals() {
        List<Sums> lines = figures.totals().stream()
                .map(total -> new Sums(
                        texts.word("category", total.category()),
                        texts.word("unit", total.unit().name()),
                        total.unit() != Unit.UNLIMITED,
                        total.tally()))
                .toList();
        List<Field<Sums>> fields = List.of(
                Field.text("category", 44, Sums::category),
                Field.text("unit", 34, Sums::unit),
                Field.whole("benefits", 12, sums -> sums.tally().benefits()),
                Field.whole("granted", 12, sums -> sums.limited() ? sums.tally().granted() : null),
                Field.whole("assigned", 12, sums -> sums.tally().assigned()),
                Field.whole("free", 12, sums -> sums.limited() ? sums.tally().free() : null),
                Field.whole("over", 10, sums -> sums.limited() ? sums.tally().over() : null),
                Field.share("use", 10, sums -> sums.limited() ? sums.tally().use() : null));
        return Table.brief("SUMMARY", texts.text("section.SUMMARY"), lines, fields)
                .totalling(new Sums(texts.text("total.seats"), null, true, figures.seats()));
    }

    private Table<BenefitLine> ending() {
        List<Field<BenefitLine>> fields = List.of(
                Field.text("benefit", 44, BenefitLine::name),
                Field.text("organisation", 34, line -> line.order().organisation()),
                Field.day("until", 12, BenefitLine::usableUntil),
                Field.whole("granted", 12, line -> line.quantity().granted()),
                Field.whole("assigned", 12, line -> line.quantity().assigned()));
        return Table.brief("ENDING", texts.text("section.ENDING", KeyFigures.HORIZON), figures.ending(), fields);
    }

    private Table<BenefitLine> benefits() {
        List<Field<BenefitLine>> fields = List.of(
                Field.text("organisation", 28, line -> line.order().organisation()),
                Field.text("order", 14, line -> line.order().number()),
                Field.text(
                        "package", 16, line -> texts.word("offer", line.order().offerType())),
                Field.text("competency", 24, line -> line.order().competency()),
                Field.text("category", 15, line -> texts.word("category", line.category())),
                Field.text("benefit", 40, BenefitLine::name),
                Field.text(
                        "unit",
                        11,
                        line -> texts.word("unit", line.quantity().unit().name())),
                Field.whole("granted", 11, line -> line.quantity().granted()),
                Field.whole("assigned", 11, line -> line.quantity().assigned()),
                Field.whole("free", 11, line -> line.quantity().free()),
                Field.whole("over", 9, line -> line.quantity().over()),
                Field.share("use", 9, line -> line.quantity().use()),
                Field.text("status", 12, line -> texts.word("status", line.status())),
                Field.day("until", 14, BenefitLine::usableUntil),
                Field.text(
                        "counted",
                        10,
                        line -> texts.text(line.countedOn(read.header().on()) ? "yes" : "no")));
        return Table.detail("BENEFITS", texts, read.benefits(), fields);
    }

    private Table<AssignmentLine> assignments() {
        List<Field<AssignmentLine>> fields = List.of(
                Field.text("organisation", 28, line -> line.benefit().order().organisation()),
                Field.text("order", 14, line -> line.benefit().order().number()),
                Field.text(
                        "package", 30, line -> texts.packageName(line.benefit().order())),
                Field.text(
                        "category",
                        15,
                        line -> texts.word("category", line.benefit().category())),
                Field.text("benefit", 40, line -> line.benefit().name()),
                Field.text("person", 26, AssignmentLine::person),
                Field.text("email", 34, AssignmentLine::email),
                Field.text("level", 16, AssignmentLine::level),
                Field.day("since", 12, AssignmentLine::since),
                Field.day("seatUntil", 12, AssignmentLine::until),
                Field.text("status", 12, line -> texts.word("status", line.status())));
        return Table.detail("ASSIGNMENTS", texts, read.assignments(), fields);
    }
}
