package io.almoner.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        Whereabouts whereabouts(JdbcTemplate jdbc) {
            return new RememberedWhereabouts(jdbc);
        }

        @Override
        SortOrder order(DataSource ledger, Locale locale) {
            JdbcClient.create(ledger)
                    .sql("create alias if not exists name_key deterministic for '%s.of'"
                            .formatted(NameKey.class.getName()))
                    .update();
            return new SortOrder(locale, "name_key(%%s, '%s')".formatted(locale.getLanguage()), "%s");
        }

        @Override
        void beginWriting(Connection connection) {
            // it writes to disk twice a second, whatever is committed
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
            Copy.run(connection, rows);
        }

        @Override
        Whereabouts whereabouts(JdbcTemplate jdbc) {
            return new IndexedWhereabouts(jdbc);
        }

        @Override
        SortOrder order(DataSource ledger, Locale locale) {
            String collation = locale.getLanguage() + "-x-icu";
            boolean known = JdbcClient.create(ledger)
                    .sql("select exists (select 1 from pg_collation where collname = ?)")
                    .param(collation)
                    .query(Boolean.class)
                    .single();
            // a server that was built without ICU knows no languages
            return new SortOrder(locale, "%%s collate \"%s\"".formatted(known ? collation : "C"), "%s collate \"C\"");
        }

        @Override
        void beginWriting(Connection connection) throws SQLException {
            execute(connection, "set local synchronous_commit to off");
        }

        @Override
        void flush(Connection connection) throws SQLException {
            Batch.run(
                    connection,
                    "update counter set next_value = next_value where name = ?",
                    List.of(ColumnType.TEXT),
                    List.<@Nullable Object[]>of(new @Nullable Object[] {"change"}));
        }
    };

    /** What this database is called in the names of resources. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Spring Batch's own script for its tables. */
    String batchScript() {
        return "org/springframework/batch/core/schema-%s.sql".formatted(word());
    }

    /** Inserts the rows within the connection's transaction. */
    abstract void insert(Connection connection, Rows rows) throws SQLException;

    /** What finds keys and subscriptions across organisations. */
    abstract Whereabouts whereabouts(JdbcTemplate jdbc);

    /** How it sorts for the readers of a language. Not to be called within a transaction. */
    abstract SortOrder order(DataSource ledger, Locale locale);

    /**
     * Lets the commit of the connection's transaction return before it is on disk. A power failure may then take back
     * the last commits, but never one without those after it, so that a run goes on from there.
     */
    abstract void beginWriting(Connection connection) throws SQLException;

    /** Waits until everything committed would survive a power failure. */
    abstract void flush(Connection connection) throws SQLException;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
