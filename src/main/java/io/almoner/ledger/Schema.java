package io.almoner.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema of a ledger and its way to this build's version. */
final class Schema {

    /** The newest migration of this build. */
    static final int VERSION = 5;

    private Schema() {}

    /**
     * The version of the schema that stands in the database, 0 when there is none.
     *
     * @throws SQLException when the database cannot be asked
     */
    static int versionOf(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!hasHistory(connection)) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"success\"")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * Brings the database to this build's version.
     *
     * @throws LedgerUnavailableException when a migration fails
     */
    static void migrate(DataSource dataSource, Dialect dialect) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect.word())
                    .javaMigrations(new BatchMetadata(dialect))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerUnavailableException("The ledger's schema cannot be brought up to date.", e);
        }
    }

    /** @throws LedgerUnavailableException when a newer build made the ledger */
    static void refuseNewer(int version) {
        if (version > VERSION) {
            throw new LedgerUnavailableException(
                    "The ledger was made by a newer version of almoner. Install that one.");
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, "flyway_schema_history", null)) {
            return tables.next();
        }
    }
}
