package io.almoner.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The next identifiers that nobody has yet, kept in the ledger; taking some holds the counter until the commit. */
final class Counters {

    private final Connection connection;

    Counters(Connection connection) {
        this.connection = connection;
    }

    /** Takes so many identifiers; the first of them is the result. */
    long take(String name, long count) throws SQLException {
        change("update counter set next_value = next_value + ? where name = ?", count, name);
        return peek(name) - count;
    }

    /** Lets nobody get an identifier below this one. */
    void atLeast(String name, long next) throws SQLException {
        change("update counter set next_value = greatest(next_value, ?) where name = ?", next, name);
    }

    long peek(String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select next_value from counter where name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the ledger has no counter " + name);
                }
                return row.getLong(1);
            }
        }
    }

    private void change(String sql, long value, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }
}
