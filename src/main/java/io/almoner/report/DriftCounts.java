package io.almoner.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.reconcile.Situation;
import io.almoner.report.DriftQuery.Group;

/** Adds up what reconciliations found: in all, by situation and by organisation. */
final class DriftCounts {

    private final SortedMap<Situation, DriftCount> bySituation = new TreeMap<>();
    private final Map<Long, OfOrganisation> byOrganisation = new LinkedHashMap<>();
    private final Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
    private DriftCount all = DriftCount.NONE;
    private @Nullable LocalDate openSince;
    private long old;

    DriftCounts(List<Group> groups) {
        groups.forEach(this::add);
    }

    /** What was found of one organisation. */
    record OfOrganisation(String name, DriftCount count) {}

    private void add(Group group) {
        DriftCount count = DriftCount.of(group.outcome(), group.count());
        all = all.plus(count);
        byOutcome.merge(group.outcome(), group.count(), Long::sum);
        bySituation.merge(group.situation(), count, DriftCount::plus);
        byOrganisation.merge(
                group.organisationId(),
                new OfOrganisation(group.organisation(), count),
                (sum, one) -> new OfOrganisation(sum.name(), sum.count().plus(one.count())));
        if (count.toDo() > 0) {
            old += group.old();
            openSince = openSince == null || group.oldest().isBefore(openSince) ? group.oldest() : openSince;
        }
    }

    DriftCount all() {
        return all;
    }

    long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** In the order of their codes. */
    SortedMap<Situation, DriftCount> bySituation() {
        return bySituation;
    }

    /** Those where most is to be done first. */
    List<OfOrganisation> byOrganisation(Comparator<String> names) {
        return byOrganisation.values().stream()
                .sorted(Comparator.comparing((OfOrganisation one) -> one.count().toDo())
                        .thenComparing(one -> one.count().found())
                        .reversed()
                        .thenComparing(OfOrganisation::name, names))
                .toList();
    }

    /** Since when what is to be done has been known at longest; null when nothing is. */
    @Nullable
    LocalDate openSince() {
        return openSince;
    }

    /** How much of what is to be done has been known for long. */
    long old() {
        return old;
    }
}
