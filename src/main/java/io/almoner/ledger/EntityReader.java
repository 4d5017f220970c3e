package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;

/** Makes entities of the rows of a table, selected as {@link Table#columnNames()}. */
final class EntityReader<E extends Entity> {

    private final Table<E> table;
    private final List<ColumnType> types;

    EntityReader(Table<E> table) {
        this.table = table;
        this.types = table.columnTypes();
    }

    E read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[types.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = types.get(i + 1).read(row, i + 2);
        }
        return table.entity(values);
    }
}
