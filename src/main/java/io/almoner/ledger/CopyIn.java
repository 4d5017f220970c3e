package io.almoner.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows into PostgreSQL by COPY, in its text format. */
final class CopyIn {

    private CopyIn() {}

    static void run(Connection connection, Rows rows) throws SQLException {
        if (rows.values().isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder(rows.values().size() * 256);
        for (@Nullable Object[] row : rows.values()) {
            for (int i = 0; i < row.length; i++) {
                lines.append(i == 0 ? "" : "\t");
                append(lines, row[i]);
            }
            lines.append('\n');
        }
        String sql = "copy %s (%s) from stdin".formatted(rows.table(), String.join(", ", rows.columns()));
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(lines.toString()));
        } catch (IOException e) {
            throw new SQLException("cannot send rows to " + rows.table(), e);
        }
    }

    private static void append(StringBuilder lines, @Nullable Object value) {
        if (value == null) {
            lines.append("\\N");
        } else if (value instanceof String text) {
            appendText(lines, text);
        } else if (value instanceof byte[] bytes) {
            lines.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            lines.append(value); // numbers, booleans, ISO 8601 dates and instants have nothing to escape
        }
    }

    private static void appendText(StringBuilder lines, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(character);
            }
        }
    }
}
