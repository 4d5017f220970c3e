package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
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
        long next = first;
        List<AuditEntry> page;
        do {
            page = client.sql("select * from audit_change where id >= ? and id <= ? order by id limit " + PAGE)
                    .params(next, last)
                    .query(AuditTrail::entry)
                    .list();
            page.forEach(entries);
            if (!page.isEmpty()) {
                next = page.get(page.size() - 1).id() + 1;
            }
        } while (page.size() == PAGE);
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

    /** Tells the changes of a run, the youngest first: the order in which they are taken back. */
    public void rewind(Run run, Consumer<AuditEntry> entries) {
        if (run.firstChange() == null || run.lastChange() == null) {
            return;
        }
        long next = run.lastChange();
        List<AuditEntry> page;
        do {
            page = client.sql("select * from audit_change where id >= ? and id <= ? order by id desc limit " + PAGE)
                    .params(run.firstChange(), next)
                    .query(AuditTrail::entry)
                    .list();
            page.stream().filter(entry -> entry.runId() == run.id()).forEach(entries);
            if (!page.isEmpty()) {
                next = page.get(page.size() - 1).id() - 1;
            }
        } while (page.size() == PAGE);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        Table<?> table = Tables.named(row.getString("entity"));
        long entityId = row.getLong("entity_id");
        Change change = new Change(
                ChangeKind.valueOf(row.getString("kind")),
                entity(table, entityId, row.getString("before_json")),
                entity(table, entityId, row.getString("after_json")));
        return new AuditEntry(
                row.getLong("id"),
                row.getLong("run_id"),
                row.getLong("source_id"),
                row.getInt("row_no"),
                row.getLong("organisation_id"),
                change,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Entity entity(Table<?> table, long id, @Nullable String json) {
        return json == null ? null : ChangeJson.parse(table, id, json);
    }
}
