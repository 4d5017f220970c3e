package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.ledger.Drifts;
import io.almoner.ledger.StoredDrift;
import io.almoner.reconcile.Handling;
import io.almoner.reconcile.Situation;
import io.almoner.report.ComparedRuns.Run;

/** Reads what some reconciliations found. What several of them found alike stands once, as the newest of them left it. */
final class DriftQuery {

    private static final String FOUND = """
            (
                select * from (
                    select d.*, max(run_id) over (partition by identity) as newest,
                           case when standing in ('FIXED', 'REFUSED') then standing
                                when treatment = 'IGNORE' then 'IGNORED'
                                when treatment in ('PROTECTED', 'HAND_OFF') then treatment
                                when treatment = 'FIX_LEDGER' then 'WAITING'
                                when change_kind is not null and situation in (:safe) then 'FIXABLE'
                                else 'REPORTED' end as outcome
                    from drift d
                    where run_id in (:runs) and organisation_id between :first and :last
                ) told
                where run_id = newest
            ) found
            """;

    private static final String GROUPS = """
            select coalesce(o.name, '–') as organisation, grouped.*
            from (
                select organisation_id, situation, outcome, count(*) as drifts, min(since_on) as oldest,
                       sum(case when since_on < :knownFor then 1 else 0 end) as aged
            from
            """ + FOUND + """
                group by organisation_id, situation, outcome
            ) grouped
            left join organisation o on o.organisation_id = grouped.organisation_id and o.id = grouped.organisation_id
            """;

    private static final String LINES = """
            select * from (
                select found.*, coalesce(o.name, '–') as organisation, s.name as source,
                       position(situation in cast(:situations as varchar)) as place
                from
            """ + FOUND + """
                left join organisation o on o.organisation_id = found.organisation_id and o.id = found.organisation_id
                left join source s on s.id = found.source_id
                where outcome in (:outcomes)
            ) line
            order by by_name(organisation), organisation_id, place, coalesce(variant, ''), since_on, by_name(name),
                     by_code(order_number), by_code(person), run_id, number
            """;

    private static final String COUNT = "select count(*) from " + FOUND + " where outcome in (:outcomes)";

    /** In the order of their codes. */
    private static final String SITUATIONS =
            Stream.of(Situation.values()).map(Situation::name).collect(Collectors.joining(" "));

    private static final long NO_RUN = -1;

    private final ScopedLedger ledger;

    DriftQuery(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Differences of one organisation that are alike.
     *
     * @param oldest since when the oldest of them is known
     * @param old how many are known for longer than was asked
     */
    record Group(
            long organisationId,
            String organisation,
            Situation situation,
            Outcome outcome,
            long count,
            LocalDate oldest,
            long old) {}

    /**
     * A difference.
     *
     * @param source the name of the source that told it
     */
    record Line(String organisation, Situation situation, Outcome outcome, String source, StoredDrift drift) {}

    /** @param knownFor those that are known since before that day are old */
    List<Group> groups(Collection<Run> runs, LocalDate knownFor) {
        return sql(GROUPS, runs)
                .param("knownFor", knownFor)
                .query((row, n) -> new Group(
                        row.getLong("organisation_id"),
                        ledger.names().of(row),
                        Situation.valueOf(row.getString("situation")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("drifts"),
                        Objects.requireNonNull(ScopedLedger.day(row, "oldest")),
                        row.getLong("aged")))
                .list();
    }

    /** By organisation and situation, in each what has been known longest first. */
    Stream<Line> lines(Collection<Run> runs, Collection<Outcome> outcomes) {
        return sql(LINES, runs)
                .param("situations", SITUATIONS)
                .param("outcomes", outcomes.stream().map(Outcome::name).toList())
                .query(this::line)
                .stream();
    }

    long count(Collection<Run> runs, Collection<Outcome> outcomes) {
        return sql(COUNT, runs)
                .param("outcomes", outcomes.stream().map(Outcome::name).toList())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec sql(String sql, Collection<Run> runs) {
        return ledger.trailSql(sql)
                .param("safe", Handling.SAFE.stream().map(Situation::name).toList())
                .param(
                        "runs",
                        runs.isEmpty()
                                ? List.of(NO_RUN)
                                : runs.stream().map(Run::id).toList());
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                ledger.names().of(row),
                Situation.valueOf(row.getString("situation")),
                Outcome.valueOf(row.getString("outcome")),
                Objects.requireNonNullElse(row.getString("source"), ""),
                Drifts.drift(row, number));
    }
}
