package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes over what an earlier reconciliation found, when neither its sources nor the ledger have changed since: only what
 * the calendar can have changed is looked at again. What was put right is left out, and what a rule refused is tried again.
 */
public final class EarlierDrifts {

    private static final String COPIED = """
            number, organisation_id, situation, kind, name, order_number, person, mark, variant, differences, candidates,
            origin, source_id, row_no, entity, entity_id, change_kind, before_json, after_json, treatment, reason,
            identity, since_on, since_run
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    EarlierDrifts(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        client = JdbcClient.create(jdbc);
    }

    /**
     * The organisations, by their codes in the order of Unicode, whose own books may show something else on a later day.
     *
     * @param window for how many days after a date something may still depend on it
     */
    public List<String> toLookAtAgain(LocalDate then, LocalDate now, int window) {
        return client
                .sql("""
                        select code from organisation where organisation_id in (
                          select organisation_id from benefit where usable_until between :from and :until
                          union select organisation_id from seat where expires_on between :from and :until
                          union select organisation_id from seat where state = 'PENDING'
                          union select organisation_id from purchase_order where anniversary_on between :from and :until)
                        """)
                .param("from", then.minusDays(window))
                .param("until", now)
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /**
     * Copies the findings, the outcomes of rows and what was said of them.
     *
     * @param anew organisations (OrgId) whose own books are looked at again
     * @return the highest number of a finding
     */
    public int takeOver(long from, long to, List<String> anew) {
        Long[] organisations = client.sql("select organisation_id from organisation where code = any (?)")
                .param(anew.toArray(String[]::new))
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        client.sql("insert into drift (run_id, standing, " + COPIED + ") select ?, 'OPEN', " + COPIED + """
                        from drift
                        where run_id = ? and not (origin = 'BOOK' and organisation_id = any (?))
                        """)
                .params(to, from, organisations)
                .update();
        findings(from, to);
        outcomes(from, to);
        return client.sql("select coalesce(max(number), 0) from drift where run_id in (?, ?)")
                .params(from, to)
                .query(Integer.class)
                .single();
    }

    /** What a rule said of a change that it refused, it says again when the change is tried again. */
    private void findings(long from, long to) {
        client.sql("""
                        insert into row_finding (run_id, source_id, row_no, id, code, severity, variant, column_name,
                                                 cell_value, arguments)
                        select :to, f.source_id, f.row_no, f.id, f.code, f.severity, f.variant, f.column_name,
                               f.cell_value, f.arguments
                        from row_finding f
                        where f.run_id = :from
                          and (f.code not like 'REC-%' or exists (
                            select 1 from drift d
                            where d.run_id = :to and d.source_id = f.source_id and d.row_no = f.row_no))
                          and (f.code like 'REC-%' or not exists (
                            select 1 from drift d
                            where d.run_id = :from and d.source_id = f.source_id and d.row_no = f.row_no
                              and d.standing = 'REFUSED'))
                        """).param("to", to).param("from", from).update();
    }

    /** Block by block, so that a million rows need no more memory than a few hundred. */
    private void outcomes(long from, long to) {
        Map<Long, BitSet> waiting = waiting(to);
        List<Object[]> blocks = new ArrayList<>();
        client.sql("""
                        select o.source_id, o.first_row, o.outcomes
                        from row_outcome o join source s on s.id = o.source_id
                        where o.run_id = ? and s.layout <> 'ledger'
                        """).param(from).query((ResultSet row) -> {
            long source = row.getLong(1);
            SortedMap<Integer, Outcome> rows = unpack(row, waiting.getOrDefault(source, new BitSet()));
            if (!rows.isEmpty()) {
                blocks.add(new Object[] {source, to, rows.firstKey(), rows.lastKey(), OutcomeBlock.pack(rows)});
            }
        });
        jdbc.batchUpdate(
                "insert into row_outcome (source_id, run_id, first_row, last_row, outcomes) values (?, ?, ?, ?, ?)",
                blocks);
    }

    /** The rows of which something is to be put right yet, by source: what becomes of them is told then. */
    private Map<Long, BitSet> waiting(long run) {
        Map<Long, BitSet> waiting = new HashMap<>();
        client.sql("""
                        select source_id, row_no from drift
                        where run_id = ? and change_kind is not null and treatment = 'FIX_LEDGER'
                        """).param(run).query(row -> {
            waiting.computeIfAbsent(row.getLong(1), source -> new BitSet()).set(row.getInt(2));
        });
        return waiting;
    }

    private static SortedMap<Integer, Outcome> unpack(ResultSet row, BitSet waiting) throws SQLException {
        SortedMap<Integer, Outcome> rows = new TreeMap<>();
        OutcomeBlock.unpack(row.getInt(2), row.getBytes(3), (number, outcome) -> {
            if (!waiting.get(number)) {
                rows.put(number, outcome);
            }
        });
        return rows;
    }
}
