package io.almoner.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Named;

/**
 * Fresh ledgers for tests, on either database. The PostgreSQL server is started once a JVM and ends with it; each ledger
 * there has a database of its own.
 *
 * <pre>
 * &#64;ParameterizedTest
 * &#64;MethodSource("io.almoner.ledger.Databases#both")
 * void does_something(Supplier&lt;LedgerPlace&gt; fresh) { try (LedgerAccess access = LedgerAccess.open(fresh.get())) ...
 * </pre>
 */
public final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Both kinds of ledger, for {@code @MethodSource}. */
    public static Stream<Named<Supplier<LedgerPlace>>> both() {
        return Stream.of(Named.of("H2", Databases::h2), Named.of("PostgreSQL", Databases::postgresql));
    }

    /** A new home with the embedded database, not yet opened. */
    public static LedgerPlace h2() {
        return LedgerPlace.embedded(home());
    }

    /** A new home and a new, empty PostgreSQL database. */
    public static LedgerPlace postgresql() {
        String name = "ledger" + NUMBER.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new LedgerPlace(home(), Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "");
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("almoner");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
