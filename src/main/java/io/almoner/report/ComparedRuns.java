package io.almoner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The reconciliations that have ended, and which of them count on a day: runs of one scope, that is of the same kinds of
 * sources of the same organisations, follow each other, so the newest of each does. Users may be compared every night and
 * subscriptions every week.
 */
final class ComparedRuns {

    private static final Comparator<Run> BY_DAY = Comparator.comparing(Run::on).thenComparing(Run::id);

    private static final String RUNS = """
            select r.id, r.code, r.on_date, r.policy, c.scope, c.compared, c.stopped
            from reconciliation c join run r on r.id = c.run_id
            where r.on_date <= :on and r.undone_by is null
              and (c.revision is not null or c.stopped is not null)
            order by r.on_date, r.id
            """;

    private static final String SOURCES = """
            select u.run_id, s.name
            from run_source u join source s on s.id = u.source_id
            where u.run_id in (:runs) and s.layout <> 'ledger'
            order by u.run_id, u.position
            """;

    /** Who has not compared something for so long no longer does: what was found then says nothing of today. */
    private static final int DAYS_UNTIL_STALE = 30;

    private final ScopedLedger ledger;
    private final List<Run> all;

    ComparedRuns(ScopedLedger ledger) {
        this.ledger = ledger;
        this.all = ledger
                .trailSql(RUNS)
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getDate("on_date").toLocalDate(),
                        row.getString("policy"),
                        row.getString("scope"),
                        row.getLong("compared"),
                        row.getString("stopped")))
                .list()
                .stream()
                .filter(run -> run.concerns(ledger.scope().organisation()))
                .toList();
    }

    /**
     * A reconciliation.
     *
     * @param things how many things of the ledger some row accounted for
     * @param stopped the organisations of which too much would have changed; null when nothing stopped it
     */
    record Run(
            long id,
            String code,
            LocalDate on,
            String policy,
            String scope,
            long things,
            @Nullable String stopped) {

        /** A scope begins with the OrgId of its only organisation, or with nothing. */
        boolean concerns(@Nullable String organisation) {
            return organisation == null || isOfAll() || (scope + " ").startsWith(organisation + " ");
        }

        boolean isOfAll() {
            return (scope + " ").startsWith(" ");
        }
    }

    /** The runs that count on a day, the newest first. */
    List<Run> on(LocalDate day) {
        List<Run> newest = newest(day);
        return newest.stream().filter(run -> !isStale(run, newest)).toList();
    }

    /** How many runs would be the newest of their scope, but for their age. */
    long stale(LocalDate day) {
        List<Run> newest = newest(day);
        return newest.stream().filter(run -> isStale(run, newest)).count();
    }

    /** The last days on which there was a run, the earliest first. */
    List<LocalDate> lastDays(int most) {
        List<LocalDate> days = all.stream().map(Run::on).distinct().toList();
        return days.subList(Math.max(0, days.size() - most), days.size());
    }

    private List<Run> newest(LocalDate day) {
        Map<String, Run> byScope = new HashMap<>();
        all.stream().filter(run -> !run.on().isAfter(day)).forEach(run -> byScope.put(run.scope(), run));
        return byScope.values().stream().sorted(BY_DAY.reversed()).toList();
    }

    private static boolean isStale(Run run, List<Run> newest) {
        return run.on().isBefore(newest.get(0).on().minusDays(DAYS_UNTIL_STALE));
    }

    /** The names of the sources of each run, in the order in which they were read. */
    Map<Long, List<String>> sources(Collection<Run> runs) {
        Map<Long, List<String>> names = new HashMap<>();
        if (!runs.isEmpty()) {
            ledger.trailSql(SOURCES)
                    .param("runs", runs.stream().map(Run::id).toList())
                    .query(row -> {
                        names.computeIfAbsent(row.getLong("run_id"), run -> new ArrayList<>())
                                .add(row.getString("name"));
                    });
        }
        return names;
    }
}
