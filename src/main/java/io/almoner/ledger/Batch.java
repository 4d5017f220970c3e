package io.almoner.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One statement run for many rows. */
final class Batch {

    private Batch() {}

    /**
     * Runs a statement once a row, as one JDBC batch.
     *
     * @param types the types of the statement's parameters, in order
     */
    static void run(Connection connection, String sql, List<ColumnType> types, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    types.get(i).bind(statement, i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
