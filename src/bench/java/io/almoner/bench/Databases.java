package io.almoner.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

/** Gives every measured process an empty database of its own; PostgreSQL runs as long as this is open. */
final class Databases implements AutoCloseable {

    /** Which product. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    /**
     * An empty database.
     *
     * @param url as a user would write it, without any tuning
     * @param user who needs no password
     */
    record Database(Kind kind, String url, String user) {

        long count(String table) throws SQLException {
            try (var connection = DriverManager.getConnection(url, user, "");
                    var result = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private final EmbeddedPostgres server;
    private int made;

    Databases() throws IOException {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        // The embedded server is made for tests and does not wait for the disk; users' servers do.
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    Database fresh(Kind kind, Path folder) throws SQLException {
        return switch (kind) {
            case H2 -> new Database(kind, "jdbc:h2:file:" + folder.resolve("ledger"), "sa");
            case POSTGRESQL -> new Database(kind, server.getJdbcUrl("postgres", created()), "postgres");
        };
    }

    private String created() throws SQLException {
        var name = "bench" + ++made;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
