package io.almoner.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A ledger in a PostgreSQL database, which other processes may read and one may change. */
final class ServerLedger {

    /** The advisory lock of ledgers, {@code almo} as a number; the schema tells one from another. */
    private static final int LOCK = 0x616C6D6F;

    private ServerLedger() {}

    static LedgerAccess open(LedgerPlace place, String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LedgerUnavailableException("The ledger's URL must begin with jdbc:postgresql:.");
        }
        createHome(place.home());
        HikariDataSource dataSource = connected(place);
        try {
            int version = Schema.versionOf(dataSource);
            Schema.refuseNewer(version);
            if (version < Schema.VERSION) {
                Schema.migrate(dataSource, Dialect.POSTGRESQL);
            }
            return new LedgerAccess(dataSource, Dialect.POSTGRESQL, () -> {});
        } catch (SQLException e) {
            dataSource.close();
            throw unavailable(place, e);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    /** The home keeps the vault's key and the runs' files wherever the tables are. */
    private static void createHome(Path home) {
        try {
            Home.create(home);
        } catch (IOException e) {
            throw new LedgerUnavailableException("The home " + home + " cannot be made.", e);
        }
    }

    /** A session of its own holds the lock, so that the server gives it back when this process dies. */
    static RunLock lock(HikariDataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            if (isTaken(connection)) {
                return () -> giveBack(dataSource, connection);
            }
            connection.close();
        } catch (SQLException e) {
            throw new LedgerUnavailableException("The ledger cannot be locked.", e);
        }
        throw new LedgerBusyException("Another almoner changes this ledger. Wait until it has finished.");
    }

    private static boolean isTaken(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_try_advisory_lock(%d, hashtext(current_schema))".formatted(LOCK))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Gives the lock back at once, for the next command may follow immediately; and ends the session: a lock that outlived
     * its holder in the pool would lock out everybody.
     */
    private static void giveBack(HikariDataSource dataSource, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(%d, hashtext(current_schema))".formatted(LOCK));
        } catch (SQLException e) {
            // the end of the session gives it back
        }
        dataSource.evictConnection(connection);
    }

    private static HikariDataSource connected(LedgerPlace place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setUsername(place.user());
        config.setPassword(place.password());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "almoner");
        try {
            return Pools.open(config);
        } catch (RuntimeException e) { // of several kinds: no server, no such driver, a URL that it cannot read
            throw unavailable(place, e);
        }
    }

    private static LedgerUnavailableException unavailable(LedgerPlace place, Exception e) {
        return new LedgerUnavailableException("The ledger " + place + " cannot be reached.", e);
    }
}
