package io.almoner.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.report.Chart.Piece;
import io.almoner.report.ExpiringQuery.Expiring;
import io.almoner.rules.OrderRules.Renewal;

/** The report about what ends soon or has ended: packages, benefits and offers, and who is affected. */
final class ExpiringOffers {

    private final ScopedLedger ledger;
    private final ExpiringQuery query;
    private final Texts texts;
    private final Scope scope;
    private final Map<Due, Map<ExpiringQuery.Sort, Long>> counts = new HashMap<>();
    private @Nullable LocalDate next;

    private ExpiringOffers(ScopedLedger ledger) {
        this.ledger = ledger;
        this.query = new ExpiringQuery(ledger);
        this.texts = ledger.texts();
        this.scope = ledger.scope();
    }

    static Report read(ScopedLedger ledger) {
        return new ExpiringOffers(ledger).report();
    }

    /** How soon something ends; each begins where the one before it ends. */
    private enum Due {
        OVERDUE(-1),
        DAYS_7(7),
        DAYS_30(30),
        DAYS_60(60),
        DAYS_90(90),
        LATER(Long.MAX_VALUE);

        private final long most;

        Due(long most) {
            this.most = most;
        }

        static Due in(long days) {
            return Stream.of(values())
                    .filter(due -> days <= due.most)
                    .findFirst()
                    .orElse(LATER);
        }
    }

    private Report report() {
        try (Stream<Expiring> lines = query.lines()) {
            lines.forEach(this::add);
        }
        long count = all();
        return new Report(
                "expiring-offers",
                ledger.header(texts.text("filter.within", scope.within())),
                count,
                figures(),
                List.of(texts.text("expiring-offers.counting")),
                List.of(Chart.bars(texts.text("expiring-offers.chart"), bars())),
                List.of(details()),
                Map.of(),
                steps());
    }

    private long days(LocalDate due) {
        return ChronoUnit.DAYS.between(scope.on(), due);
    }

    private void add(Expiring line) {
        counts.computeIfAbsent(Due.in(days(line.due())), due -> new HashMap<>()).merge(line.sort(), 1L, Long::sum);
        // the soonest comes first
        if (next == null && !line.due().isBefore(scope.on())) {
            next = line.due();
        }
    }

    private long all() {
        return Stream.of(Due.values()).mapToLong(this::ending).sum();
    }

    private long ending(Due due) {
        return counts.getOrDefault(due, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<Figure> figures() {
        ExpiringQuery.Affected affected = query.affected();
        LocalDate first = next;
        return List.of(
                Figure.onCover("overdue", texts.text("figure.overdue"), ending(Due.OVERDUE), null),
                within(7, Figure.Place.COVER, first == null ? null : texts.text("figure.first", texts.day(first))),
                within(30, Figure.Place.COVER, null),
                within(60, Figure.Place.LIST, null),
                new Figure(
                        "within",
                        texts.text("figure.within", scope.within()),
                        Kind.WHOLE,
                        all() - ending(Due.OVERDUE),
                        null,
                        Figure.Place.COVER),
                Figure.onCover("seats", texts.text("figure.seatsAffected"), affected.seats(), null),
                Figure.onCover("people", texts.text("figure.peopleAffected"), affected.people(), null));
    }

    private List<String> steps() {
        return new Steps(texts)
                .when(ending(Due.OVERDUE), "expiring-offers.step.overdue")
                .when(
                        ending(Due.DAYS_7) + ending(Due.DAYS_30),
                        "expiring-offers.step.soon",
                        next == null ? "" : texts.day(next))
                .when(query.affected().people(), "expiring-offers.step.people")
                .all();
    }

    /** What ends from today on within so many days. */
    private Figure within(int days, Figure.Place place, @Nullable String note) {
        long count = Stream.of(Due.values())
                .filter(due -> due != Due.OVERDUE && due.most <= days)
                .mapToLong(this::ending)
                .sum();
        return new Figure("within" + days, texts.text("figure.within", days), Kind.WHOLE, count, note, place);
    }

    private List<Piece> bars() {
        List<Piece> bars = new ArrayList<>();
        for (Due due : Due.values()) {
            if (due != Due.LATER || ending(due) > 0) {
                for (ExpiringQuery.Sort sort : ExpiringQuery.Sort.values()) {
                    long count = counts.getOrDefault(due, Map.of()).getOrDefault(sort, 0L);
                    bars.add(new Piece(texts.word("sorts", sort.name()), word(due), count));
                }
            }
        }
        return bars;
    }

    private String word(Due due) {
        return texts.word("due", due.name());
    }

    private Table<Expiring> details() {
        List<Field<Expiring>> fields = List.of(
                Field.text("due", 18, line -> word(Due.in(days(line.due())))),
                Field.day("ends", 12, Expiring::due),
                Field.whole("days", 8, line -> days(line.due())),
                Field.text("sort", 12, line -> texts.word("sort", line.sort().name())),
                Field.text("item", 40, this::item),
                Field.text("organisation", 28, line -> line.order().organisation()),
                Field.text("order", 14, line -> line.order().number()),
                Field.text("location", 12, line -> line.order().mpnId()),
                Field.text("package", 30, line -> texts.packageName(line.order())),
                Field.day("renewFrom", 12, line -> renewal(line, Renewal::first)),
                Field.day("renewUntil", 12, line -> renewal(line, Renewal::last)),
                Field.day("firstReminder", 12, line -> renewal(line, Renewal::firstReminder)),
                Field.day("lastReminder", 12, line -> renewal(line, Renewal::lastReminder)),
                Field.whole("seats", 9, Expiring::seats),
                Field.whole("people", 9, Expiring::people));
        return Table.detail("EXPIRING", texts, query::lines, fields);
    }

    private String item(Expiring line) {
        return line.name() == null ? texts.packageName(line.order()) : line.name();
    }

    private static @Nullable LocalDate renewal(Expiring line, Function<Renewal, LocalDate> day) {
        LocalDate anniversary = line.anniversary();
        return anniversary == null ? null : day.apply(Renewal.after(anniversary));
    }
}
