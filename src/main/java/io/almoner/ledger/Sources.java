package io.almoner.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;
import io.almoner.rules.Severity;

/** The sources that runs have read, and what became of their rows. */
public final class Sources {

    /** The job whose applied rows are rows that are no longer settled. */
    private static final String UNDO = "undo";

    private static final int PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    Sources(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        client = JdbcClient.create(jdbc);
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** The surrogate key of a source, which is given one when it is new. Not for use by several threads. */
    public long idOf(SourceKey key) {
        Optional<Long> known = client.sql("select id from source where identity = ? and layout = ?")
                .params(key.identity(), key.layout())
                .query(Long.class)
                .optional();
        return known.orElseGet(() -> Objects.requireNonNull(transactions.execute(status -> added(key))));
    }

    /** The source of a surrogate key; empty when there is none. */
    public Optional<SourceKey> find(long sourceId) {
        return client.sql("select identity, name, layout from source where id = ?")
                .param(sourceId)
                .query((row, number) -> new SourceKey(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    private long added(SourceKey key) {
        long id = Objects.requireNonNull(
                jdbc.execute((Connection connection) -> new Counters(connection).take("source", 1)));
        client.sql("insert into source (id, identity, name, layout) values (?, ?, ?, ?)")
                .params(id, key.identity(), key.name(), key.layout())
                .update();
        return id;
    }

    /**
     * The rows that some run applied or found unchanged, by their number. Rows of runs that were undone as a whole are
     * not among them, nor rows that a later run of the job {@code undo} applied: to it, that means taken back.
     */
    public BitSet settledRows(long sourceId) {
        return settledRows(sourceId, 0);
    }

    /** As {@link #settledRows(long)}, but without what one run did. */
    public BitSet settledRows(long sourceId, long exceptRunId) {
        BitSet settled = new BitSet();
        client.sql("""
                        select o.first_row, o.outcomes, r.job
                        from row_outcome o join run r on r.id = o.run_id
                        where o.source_id = ? and r.id <> ? and r.undone_by is null
                        order by o.source_id, o.run_id, o.first_row
                        """).params(sourceId, exceptRunId).query(row -> {
            boolean takenBack = row.getString(3).equals(UNDO);
            OutcomeBlock.unpack(row.getInt(1), row.getBytes(2), (number, outcome) -> {
                if (outcome == Outcome.APPLIED || (outcome == Outcome.UNCHANGED && !takenBack)) {
                    settled.set(number, !takenBack);
                }
            });
        });
        return settled;
    }

    /** What a run has committed of a source. */
    public OutcomesOfRun outcomes(long runId, long sourceId) {
        BitSet rejected = new BitSet();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
        int[] last = {0};
        client.sql("select first_row, last_row, outcomes from row_outcome where source_id = ? and run_id = ?")
                .params(sourceId, runId)
                .query(row -> {
                    last[0] = Math.max(last[0], row.getInt(2));
                    OutcomeBlock.unpack(row.getInt(1), row.getBytes(3), (number, outcome) -> {
                        counts.merge(outcome, 1L, Long::sum);
                        if (outcome == Outcome.REJECTED) {
                            rejected.set(number);
                        }
                    });
                });
        return new OutcomesOfRun(last[0], counts, rejected);
    }

    /** The rows of a source for which a run has committed one of these outcomes, by their number. */
    public BitSet rows(long runId, long sourceId, Set<Outcome> outcomes) {
        BitSet rows = new BitSet();
        client.sql("select first_row, outcomes from row_outcome where source_id = ? and run_id = ?")
                .params(sourceId, runId)
                .query(block -> {
                    OutcomeBlock.unpack(block.getInt(1), block.getBytes(2), (number, outcome) -> {
                        if (outcomes.contains(outcome)) {
                            rows.set(number);
                        }
                    });
                });
        return rows;
    }

    /**
     * Tells every finding of a run about a source, by row, those of one row in the order in which they were written; a
     * page at a time, so that a million of them need no memory.
     *
     * @param sourceId 0 for those that are about no source
     */
    public void findings(long runId, long sourceId, Consumer<RowFinding> findings) {
        int row = 0;
        long id = 0;
        List<Stored> page;
        do {
            page = page(runId, sourceId, row, id, PAGE);
            for (Stored stored : page) {
                findings.accept(stored.finding());
                row = stored.finding().row();
                id = stored.id();
            }
        } while (page.size() == PAGE);
    }

    /** The first findings of a code that a run wrote, in the order in which they were written. */
    public List<Finding> firstOf(long runId, Rule rule, int most) {
        return client.sql("""
                        select id, source_id, row_no, code, severity, variant, column_name, cell_value, arguments
                        from row_finding
                        where run_id = ? and code = ?
                        order by id
                        limit ?
                        """).params(runId, rule.code(), most).query(Sources::stored).list().stream()
                .map(stored -> stored.finding().finding())
                .toList();
    }

    /** Forgets what a run said that is about no source, so that it can be said anew. */
    public void forgetFindingsOfRun(long runId) {
        client.sql("delete from row_finding where run_id = ? and source_id = 0")
                .param(runId)
                .update();
    }

    /**
     * What a run said of one source's rows from a row on, by row.
     *
     * @param most no more than so many findings, except that the last row's are complete
     */
    public NavigableMap<Integer, List<Finding>> findings(long runId, long sourceId, int fromRow, int most) {
        NavigableMap<Integer, List<Finding>> found = new TreeMap<>();
        List<Stored> page = page(runId, sourceId, fromRow, -1, most);
        page.forEach(stored -> add(found, stored));
        if (page.size() == most) {
            int last = found.lastKey();
            found.put(last, new ArrayList<>());
            ofRow(runId, sourceId, last).forEach(stored -> add(found, stored));
        }
        return found;
    }

    private static void add(Map<Integer, List<Finding>> found, Stored stored) {
        found.computeIfAbsent(stored.finding().row(), row -> new ArrayList<>())
                .add(stored.finding().finding());
    }

    private List<Stored> ofRow(long runId, long sourceId, int row) {
        return client.sql("""
                        select id, source_id, row_no, code, severity, variant, column_name, cell_value, arguments
                        from row_finding
                        where run_id = ? and source_id = ? and row_no = ?
                        order by id
                        """)
                .params(runId, sourceId, row)
                .query(Sources::stored)
                .list();
    }

    private record Stored(long id, RowFinding finding) {}

    /** Both conditions on the row, since the first alone lets the database begin in the middle of its index. */
    private List<Stored> page(long runId, long sourceId, int row, long id, int most) {
        return client.sql("""
                        select id, source_id, row_no, code, severity, variant, column_name, cell_value, arguments
                        from row_finding
                        where run_id = :run and source_id = :source and row_no >= :row and (row_no > :row or id > :id)
                        order by run_id, source_id, row_no, id
                        limit :page
                        """)
                .param("run", runId)
                .param("source", sourceId)
                .param("row", row)
                .param("id", id)
                .param("page", most)
                .query(Sources::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        Finding finding = new Finding(
                Rule.ofCode(row.getString(4)),
                Severity.valueOf(row.getString(5)),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                TextList.parse(row.getString(9)));
        return new Stored(row.getLong(1), new RowFinding(row.getLong(2), row.getInt(3), finding));
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
