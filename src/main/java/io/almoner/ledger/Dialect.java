package io.almoner.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;

/** Where the two databases have to be spoken to differently. */
enum Dialect {
    /** The embedded database of a home. */
    H2 {
        @Override
        void insert(Connection connection, Rows rows) throws SQLException {
            String sql = "insert into %s (%s) values (%s)"
                    .formatted(
                            rows.table(),
                            String.join(", ", rows.columns()),
                            String.join(", ", Collections.nCopies(rows.columns().size(), "?")));
            Batch.run(connection, sql, rows.types(), rows.values());
        }

        @Override
        void flush(Connection connection) throws SQLException {
            execute(connection, "checkpoint sync");
        }
    },
    /** A server that several machines may share. */
    POSTGRESQL {
        @Override
        void insert(Connection connection, Rows rows) throws SQLException {
            CopyIn.run(connection, rows);
        }

        @Override
        void flush(Connection connection) {
            // a commit there is on disk when it returns
        }
    };

    /** Spring Batch's own script for its tables. */
    String batchScript() {
        return "org/springframework/batch/core/schema-%s.sql".formatted(name().toLowerCase(Locale.ROOT));
    }

    /** Inserts the rows within the connection's transaction. */
    abstract void insert(Connection connection, Rows rows) throws SQLException;

    /** Waits until everything committed would survive a power failure. */
    abstract void flush(Connection connection) throws SQLException;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
