package io.almoner.ledger;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;

/**
 * The one description of how a kind of entity is kept: from it come the statements, the audit trail's JSON and the way
 * back to the entity.
 *
 * @param name the table's name
 * @param columns its columns after {@code organisation_id} and {@code id}, in the order in which {@code reader} takes them
 * @param reader makes the entity of its {@code id} and the columns' values
 */
record Table<E extends Entity>(String name, List<Column<E>> columns, Function<Cells, E> reader) {

    /** The names of all columns, {@code organisation_id} and {@code id} first. */
    List<String> columnNames() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("organisation_id", "id"),
                        columns.stream().map(Column::name))
                .toList();
    }

    /** The types of all columns, in the order of {@link #columnNames()}. */
    List<ColumnType> columnTypes() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ColumnType.NUMBER, ColumnType.NUMBER),
                        columns.stream().map(Column::type))
                .toList();
    }

    /** The values of all columns, in the order of {@link #columnNames()}. */
    @Nullable
    Object[] values(long organisationId, E entity) {
        @Nullable Object[] values = new @Nullable Object[columns.size() + 2];
        values[0] = organisationId;
        values[1] = entity.id();
        for (int i = 0; i < columns.size(); i++) {
            values[i + 2] = columns.get(i).value().apply(entity);
        }
        return values;
    }

    /**
     * The entity of a row.
     *
     * @param values {@code id} and the columns after it
     */
    E entity(@Nullable Object[] values) {
        return reader.apply(new Cells(values));
    }
}
