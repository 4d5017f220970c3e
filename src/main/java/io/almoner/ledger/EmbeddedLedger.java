package io.almoner.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/**
 * The H2 database of a home. A schema is made or brought up to date in a file of another name, which takes the
 * database's name when it is finished: whenever the process is killed, the home has a whole database or none.
 */
final class EmbeddedLedger {

    private static final String NAME = "ledger";
    private static final String UNFINISHED = "ledger.new";
    private static final String SUFFIX = ".mv.db";
    private static final int BUSY = 90020;

    private final Path home;

    static {
        // H2's cache of equal values costs more than it saves where hardly any are equal; it is read once, at first use
        System.setProperty("h2.objectCache", "false");
    }

    private EmbeddedLedger(Path home) {
        this.home = home.toAbsolutePath();
    }

    static boolean exists(Path home) {
        return Files.exists(new EmbeddedLedger(home).file(NAME));
    }

    static LedgerAccess open(Path home) {
        if (home.toAbsolutePath().toString().contains(";")) { // it would end the path in the database's URL
            throw new LedgerUnavailableException("The home " + home + " must not have a semicolon in its name.");
        }
        try {
            Home.create(home);
            HomeLock lock = HomeLock.take(home);
            try {
                return new LedgerAccess(new EmbeddedLedger(home).upToDate(), Dialect.H2, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException | PoolInitializationException e) {
            throw unavailable(home, e);
        }
    }

    private HikariDataSource upToDate() throws IOException, SQLException {
        if (!Files.exists(file(NAME))) {
            build(unfinished -> {});
        }
        HikariDataSource dataSource = pool(NAME);
        int version;
        try {
            version = Schema.versionOf(dataSource);
        } catch (SQLException | RuntimeException e) {
            dataSource.close();
            throw e;
        }
        if (version == Schema.VERSION) {
            return dataSource;
        }
        dataSource.close();
        Schema.refuseNewer(version);
        build(unfinished -> Files.copy(file(NAME), unfinished, StandardCopyOption.REPLACE_EXISTING));
        return pool(NAME);
    }

    /** What a database begins as. */
    private interface Beginning {
        void lay(Path unfinished) throws IOException;
    }

    private void build(Beginning beginning) throws IOException {
        Path unfinished = file(UNFINISHED);
        Files.deleteIfExists(unfinished);
        beginning.lay(unfinished);
        try (HikariDataSource dataSource = pool(UNFINISHED)) {
            Schema.migrate(dataSource, Dialect.H2);
        }
        Home.install(unfinished, file(NAME));
    }

    private HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384;QUERY_CACHE_SIZE=64"
                .formatted(home.resolve(name)));
        config.setUsername("sa");
        config.setPassword("");
        return Pools.open(config);
    }

    private Path file(String name) {
        return home.resolve(name + SUFFIX);
    }

    private static RuntimeException unavailable(Path home, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == BUSY) {
                return HomeLock.busy(home);
            }
        }
        return new LedgerUnavailableException("The ledger in " + home + " cannot be opened.", e);
    }
}
