package io.almoner.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into PostgreSQL by COPY, in its text format. */
final class Copy {

    /** So much is sent at a time: the server works on it while the next part is made. */
    private static final int PART = 1 << 15;

    private final StringBuilder lines = new StringBuilder(PART + 1024);
    private final CopyIn target;

    private Copy(CopyIn target) {
        this.target = target;
    }

    static void run(Connection connection, Rows rows) throws SQLException {
        if (rows.values().isEmpty()) {
            return;
        }
        String sql = "copy %s (%s) from stdin".formatted(rows.table(), String.join(", ", rows.columns()));
        CopyIn target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            new Copy(target).send(rows);
            target.endCopy();
        } finally {
            if (target.isActive()) {
                target.cancelCopy();
            }
        }
    }

    private void send(Rows rows) throws SQLException {
        for (@Nullable Object[] row : rows.values()) {
            for (int i = 0; i < row.length; i++) {
                lines.append(i == 0 ? "" : "\t");
                append(row[i]);
            }
            lines.append('\n');
            if (lines.length() >= PART) {
                flush();
            }
        }
        flush();
    }

    private void flush() throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        target.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            lines.append("\\N");
        } else if (value instanceof String text) {
            appendText(text);
        } else if (value instanceof byte[] bytes) {
            lines.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            lines.append(value); // numbers, booleans, ISO 8601 dates and instants have nothing to escape
        }
    }

    private void appendText(String text) {
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
