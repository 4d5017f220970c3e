package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;

/** Everything that ever changed, in order. Applied to empty books, the whole of it yields the books of today. */
public final class AuditTrail {

    private static final int PAGE = 2_000;

    private final JdbcClient client;

    AuditTrail(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
    }

    /**
     * Tells the changes of a range of keys, the oldest first, a page at a time.
     *
     * @param first the lowest key
     * @param last the highest key, inclusive; {@link Long#MAX_VALUE} for all that follow
     */
    public void replay(long first, long last, Consumer<AuditEntry> entries) {
        replay(first, last, run -> true, entries);
    }

    /** Tells the changes of some runs, the oldest first, a page at a time. */
    void replay(RunsUntil runs, Consumer<AuditEntry> entries) {
        replay(1, runs.lastChange(), runs::has, entries);
    }

    private void replay(long first, long last, LongPredicate runs, Consumer<AuditEntry> entries) {
        long next = first;
        List<Read> page;
        do {
            page = client.sql("select * from audit_change where id >= ? and id <= ? order by id limit " + PAGE)
                    .params(next, last)
                    .query((row, number) -> Read.of(row, runs))
                    .list();
            for (Read read : page) {
                if (read.entry() != null) {
                    entries.accept(read.entry());
                }
                next = read.id() + 1;
            }
        } while (page.size() == PAGE);
    }

    /**
     * A row of the trail.
     *
     * @param entry null when nobody wants to hear of its run: making sense of it is most of the work
     */
    private record Read(long id, @Nullable AuditEntry entry) {

        private static Read of(ResultSet row, LongPredicate runs) throws SQLException {
            return new Read(row.getLong("id"), runs.test(row.getLong("run_id")) ? AuditTrail.entry(row) : null);
        }
    }

    /**
     * Tells the changes of a run, the oldest first.
     *
     * @param after only younger changes than the one of this key; 0 for all
     */
    public void replay(Run run, long after, Consumer<AuditEntry> entries) {
        if (run.firstChange() != null && run.lastChange() != null) {
            replay(Math.max(run.firstChange(), after + 1), run.lastChange(), entry -> {
                if (entry.runId() == run.id()) {
                    entries.accept(entry);
                }
            });
        }
    }

    /** How many rows of files a run changed something for, by the organisation (OrgId) whose book it changed. */
    public SortedMap<String, Long> rowsByOrganisation(Run run) {
        SortedMap<String, Long> rows = new TreeMap<>();
        client.sql("""
                        select o.code, count(*)
                        from (select distinct organisation_id, source_id, row_no
                              from audit_change
                              where id >= :first and id <= :last and run_id = :run and row_no > 0) c
                        join organisation o on o.organisation_id = c.organisation_id
                        group by o.code
                        """)
                .param("first", Objects.requireNonNullElse(run.firstChange(), 0L))
                .param("last", Objects.requireNonNullElse(run.lastChange(), 0L))
                .param("run", run.id())
                .query(row -> {
                    rows.put(row.getString(1), row.getLong(2));
                });
        return rows;
    }

    /**
     * A page of a run's changes, the youngest first: the order in which they are taken back.
     *
     * @param below only changes with a lower key; {@link Long#MAX_VALUE} for the first page
     * @return empty when there are no more
     */
    public List<AuditEntry> rewind(Run run, long below) {
        if (run.firstChange() == null || run.lastChange() == null) {
            return List.of();
        }
        return client.sql("""
                        select * from audit_change
                        where id >= :first and id <= :last and run_id = :run
                        order by id desc
                        limit :page
                        """)
                .param("first", run.firstChange())
                .param("last", Math.min(below - 1, run.lastChange()))
                .param("run", run.id())
                .param("page", PAGE)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * What changed an entity later.
     *
     * @param id the key of the change
     * @param run the run that made it, as people call it
     */
    public record LaterChange(long id, String run) {}

    /**
     * The latest changes of entities after a change, by the entity; those of runs that were undone, or that undo, only when
     * there are no others. One reading of all that came after, however many entities are asked for.
     *
     * @param after the key of the change
     * @param entities the surrogate keys
     * @param exceptRun what this run did does not count
     */
    public Map<Long, LaterChange> changedSince(long after, Collection<Long> entities, long exceptRun) {
        Map<Long, LaterChange> latest = new HashMap<>();
        client.sql("""
                        select c.entity_id, c.id, r.code
                        from audit_change c join run r on r.id = c.run_id
                        where c.id > ? and c.entity_id = any (?) and r.id <> ?
                        order by case when r.undone_by is null and r.job <> 'undo' then 1 else 0 end, c.id
                        """).params(after, entities.toArray(Long[]::new), exceptRun).query(row -> {
            latest.put(row.getLong(1), new LaterChange(row.getLong(2), row.getString(3)));
        });
        return latest;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getLong("run_id"),
                row.getLong("source_id"),
                row.getInt("row_no"),
                row.getLong("organisation_id"),
                change(row),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** The change of a row. */
    static Change change(ResultSet row) throws SQLException {
        Table<?> table = Tables.named(row.getString("entity"));
        long entityId = row.getLong("entity_id");
        return new Change(
                ChangeKind.valueOf(row.getString("kind")),
                entity(table, entityId, row.getString("before_json")),
                entity(table, entityId, row.getString("after_json")));
    }

    private static @Nullable Entity entity(Table<?> table, long id, @Nullable String json) {
        return json == null ? null : ChangeJson.parse(table, id, json);
    }
}
