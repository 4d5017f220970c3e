package io.almoner.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.Entity;

/**
 * What a commit does to the tables of the books: however often it changes an entity, only its last state is written.
 * Rows that go are taken out first and new ones put in last, so that what is unique may change hands.
 */
final class Projection {

    private final Map<Long, Fate> fates = new LinkedHashMap<>();

    /** What becomes of one entity. */
    private record Fate(
            long organisationId,
            @Nullable Entity first,
            @Nullable Entity last) {

        Fate then(@Nullable Entity after) {
            return new Fate(organisationId, first, after);
        }
    }

    /** The rows of one table by what is done to them. */
    private record Work(
            List<@Nullable Object[]> deletes, List<@Nullable Object[]> updates, List<@Nullable Object[]> inserts) {

        Work() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    void add(RecordedChange recorded) {
        Change change = recorded.change();
        fates.compute(
                change.entity().id(),
                (id, fate) -> fate == null
                        ? new Fate(recorded.organisationId(), change.before(), change.after())
                        : fate.then(change.after()));
    }

    void write(Connection connection, Dialect dialect) throws SQLException {
        Map<Table<?>, Work> works = new LinkedHashMap<>();
        fates.values().forEach(fate -> plan(works, fate));
        for (Map.Entry<Table<?>, Work> entry : works.entrySet()) {
            delete(connection, entry.getKey(), entry.getValue().deletes());
        }
        for (Map.Entry<Table<?>, Work> entry : works.entrySet()) {
            update(connection, entry.getKey(), entry.getValue().updates());
        }
        for (Map.Entry<Table<?>, Work> entry : works.entrySet()) {
            insert(connection, dialect, entry.getKey(), entry.getValue().inserts());
        }
    }

    private static void plan(Map<Table<?>, Work> works, Fate fate) {
        if (fate.last() != null && fate.first() == null) {
            row(works, fate, fate.last(), Work::inserts);
        } else if (fate.last() != null && !fate.last().equals(fate.first())) {
            row(works, fate, fate.last(), Work::updates);
        } else if (fate.last() == null && fate.first() != null) {
            row(works, fate, fate.first(), Work::deletes);
        }
    }

    private static void row(
            Map<Table<?>, Work> works,
            Fate fate,
            Entity entity,
            java.util.function.Function<Work, List<@Nullable Object[]>> list) {
        TableOf<?> kept = TableOf.of(entity);
        Work work = works.computeIfAbsent(kept.table(), table -> new Work());
        list.apply(work).add(kept.values(fate.organisationId()));
    }

    private static void delete(Connection connection, Table<?> table, List<@Nullable Object[]> rows)
            throws SQLException {
        String sql = "delete from %s where organisation_id = ? and id = ?".formatted(table.name());
        List<@Nullable Object[]> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(new @Nullable Object[] {row[0], row[1]}));
        Batch.run(connection, sql, table.columnTypes(), keys);
    }

    /** The keys stand at the end of the statement, so each row of values is turned round by two. */
    private static void update(Connection connection, Table<?> table, List<@Nullable Object[]> rows)
            throws SQLException {
        String sql = "update %s set %s where organisation_id = ? and id = ?"
                .formatted(
                        table.name(),
                        String.join(
                                ", ",
                                table.columns().stream()
                                        .map(column -> column.name() + " = ?")
                                        .toList()));
        List<ColumnType> types = new ArrayList<>(table.columnTypes());
        Collections.rotate(types, -2);
        List<@Nullable Object[]> parameters = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] turned = new @Nullable Object[row.length];
            System.arraycopy(row, 2, turned, 0, row.length - 2);
            turned[row.length - 2] = row[0];
            turned[row.length - 1] = row[1];
            parameters.add(turned);
        }
        Batch.run(connection, sql, types, parameters);
    }

    private static void insert(Connection connection, Dialect dialect, Table<?> table, List<@Nullable Object[]> rows)
            throws SQLException {
        dialect.insert(connection, new Rows(table.name(), table.columnNames(), table.columnTypes(), rows));
    }
}
