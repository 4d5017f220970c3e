package io.almoner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Unit;

/** Counts the key figures in one pass over the benefits, keeping only sums and the few that end first. */
final class KeyFigureCount {

    private static final List<String> CATEGORY_ORDER =
            List.of("SOFTWARE", "CLOUD", "VISUAL_STUDIO", "TECHNICAL", "GO_TO_MARKET");

    private final LocalDate day;
    private final Comparator<BenefitLine> byEnd;
    private final Map<Group, Tally> totals = new TreeMap<>();
    private final PriorityQueue<BenefitLine> latestOfEnding;
    private Tally seats = Tally.NOTHING;
    private Tally atRisk = Tally.NOTHING;
    private Tally ended = Tally.NOTHING;
    private long benefitCount;
    private long endingCount;
    private @Nullable LocalDate nextEnd;

    private KeyFigureCount(LocalDate day, Comparator<String> names) {
        this.day = day;
        byEnd = Comparator.comparing(KeyFigureCount::end)
                .thenComparing(line -> line.order().organisation(), names)
                .thenComparing(BenefitLine::name, names)
                .thenComparing(line -> line.order().number());
        latestOfEnding = new PriorityQueue<>(byEnd.reversed());
    }

    static KeyFigures of(Rows<BenefitLine> benefits, LocalDate day, Comparator<String> names) {
        KeyFigureCount count = new KeyFigureCount(day, names);
        try (Stream<BenefitLine> lines = benefits.open()) {
            lines.forEach(count::add);
        }
        return count.figures();
    }

    private void add(BenefitLine line) {
        benefitCount++;
        if (line.endedBy(day)) {
            addEnded(line);
            return;
        }
        totals.merge(
                new Group(line.category(), line.quantity().unit()),
                Tally.NOTHING.plus(line.quantity()),
                (sum, one) -> sum.plus(line.quantity()));
        if (line.countedOn(day)) {
            seats = seats.plus(line.quantity());
        }
        if (line.endsWithin(KeyFigures.HORIZON, day)) {
            addEnding(line);
        }
    }

    private void addEnded(BenefitLine line) {
        if (line.quantity().unit().isPerPerson() && line.quantity().assigned() > 0) {
            ended = ended.plus(line.quantity());
        }
    }

    private void addEnding(BenefitLine line) {
        endingCount++;
        if (line.countedOn(day)) {
            atRisk = atRisk.plus(line.quantity());
        }
        if (nextEnd == null || end(line).isBefore(nextEnd)) {
            nextEnd = end(line);
        }
        latestOfEnding.add(line);
        if (latestOfEnding.size() > KeyFigures.LISTED) {
            latestOfEnding.remove();
        }
    }

    private KeyFigures figures() {
        List<CategoryTotal> sums = new ArrayList<>();
        totals.forEach((group, tally) -> sums.add(new CategoryTotal(group.category, group.unit, tally)));
        List<BenefitLine> ending = latestOfEnding.stream().sorted(byEnd).toList();
        return new KeyFigures(benefitCount, seats, List.copyOf(sums), ending, atRisk, endingCount, nextEnd, ended);
    }

    private static LocalDate end(BenefitLine line) {
        LocalDate end = line.usableUntil();
        return end == null ? LocalDate.MAX : end;
    }

    private record Group(String category, Unit unit) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(Group::place)
                .thenComparing(Group::category)
                .thenComparing(Group::unit);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }

        private int place() {
            int place = CATEGORY_ORDER.indexOf(category);
            return place < 0 ? CATEGORY_ORDER.size() : place;
        }
    }
}
