package io.almoner.ledger;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.book.Change;
import io.almoner.book.Entity;

/**
 * Puts changes of an audit trail, the oldest first and not necessarily all, into an embedded ledger that had only those. A
 * change need not find the entity as it was when the change was made, because others between were left out. So what is
 * written is what the change did: of an entity that is otherwise only what the change changed, of one that is not there
 * yet all of it; an event that changed nothing leaves no trace.
 */
final class Replay implements Consumer<AuditEntry> {

    private static final int BLOCK = 2_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final List<AuditEntry> block = new ArrayList<>(BLOCK);

    Replay(DataSource target) {
        jdbc = new JdbcTemplate(target);
        transactions = new TransactionTemplate(new JdbcTransactionManager(target));
    }

    @Override
    public void accept(AuditEntry entry) {
        block.add(entry);
        if (block.size() == BLOCK) {
            write();
        }
    }

    /** Puts in what is left. */
    void end() {
        write();
    }

    private void write() {
        Map<Long, Entity> standing = standing();
        Projection projection = new Projection();
        for (AuditEntry entry : block) {
            long id = entry.change().entity().id();
            Entity now = standing.get(id);
            Entity next = next(now, entry.change());
            if (!Objects.equals(now, next)) { // so one of them is there
                Change change = new Change(entry.change().kind(), now, next);
                projection.add(new RecordedChange(entry.organisationId(), 0, 0, change));
                standing.compute(id, (key, before) -> next);
            }
        }
        transactions.executeWithoutResult(status -> jdbc.execute((Connection connection) -> {
            projection.write(connection, Dialect.H2);
            return true;
        }));
        block.clear();
    }

    private static @Nullable Entity next(@Nullable Entity now, Change change) {
        Entity before = change.before();
        Entity after = change.after();
        if (before == null || after == null) {
            return after;
        }
        if (before.equals(after)) {
            return now;
        }
        return now == null || now.equals(before) ? after : changed(TableOf.of(now), before, after);
    }

    /** The entity with the values in which {@code after} differs from {@code before}. */
    private static <E extends Entity> E changed(TableOf<E> now, Entity before, Entity after) {
        @Nullable Object[] values = now.values(0);
        @Nullable Object[] old = TableOf.of(before).values(0);
        @Nullable Object[] changed = TableOf.of(after).values(0);
        for (int i = 0; i < values.length; i++) {
            if (!Objects.equals(old[i], changed[i])) {
                values[i] = changed[i];
            }
        }
        return now.table().entity(Arrays.copyOfRange(values, 1, values.length));
    }

    /** What the target has of the entities that the block changes; those that it creates need not be asked for. */
    private Map<Long, Entity> standing() {
        Map<Table<?>, Map<Long, Long>> asked = new LinkedHashMap<>();
        for (AuditEntry entry : block) {
            Entity before = entry.change().before();
            if (before != null) {
                asked.computeIfAbsent(TableOf.of(before).table(), table -> new HashMap<>())
                        .put(before.id(), entry.organisationId());
            }
        }
        Map<Long, Entity> standing = new HashMap<>();
        asked.forEach((table, organisations) -> read(table, organisations, standing));
        return standing;
    }

    private <E extends Entity> void read(Table<E> table, Map<Long, Long> organisations, Map<Long, Entity> into) {
        String sql = """
                select %s
                from unnest(cast(? as bigint array), cast(? as bigint array)) place (owner, entity)
                join %s on organisation_id = place.owner and id = place.entity
                """.formatted(String.join(", ", table.columnNames()), table.name());
        EntityReader<E> reader = new EntityReader<>(table);
        jdbc.query(
                sql,
                statement -> {
                    statement.setObject(1, organisations.values().toArray(Long[]::new));
                    statement.setObject(2, organisations.keySet().toArray(Long[]::new));
                },
                (RowCallbackHandler) row -> {
                    E entity = reader.read(row);
                    into.put(entity.id(), entity);
                });
    }
}
