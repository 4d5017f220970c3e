package io.almoner.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Every row of a ledger's own tables as text, so that two ledgers can be compared. Left out is what differs between two
 * runs of the same input by its nature: instants, the code of a run, where its home is and which vault it has, the
 * numbers of findings, which are given anew when a review is repeated, and the tables of the frameworks.
 */
final class LedgerContent {

    private static final Pattern OTHER_TABLE = Pattern.compile("batch_.*|flyway_.*|setting");
    private static final Set<String> OTHER_COLUMNS = Set.of(
            "run.directory",
            "run.options",
            "run.summary",
            "run.fingerprint",
            "product_key.fingerprint",
            "row_finding.id");
    private static final Pattern OTHER_ROW = Pattern.compile("finding\\|\\d+");
    private static final Pattern RUN_CODE = Pattern.compile("\\d{8}-\\d{6}-[a-z]+-\\d+");

    private LedgerContent() {}

    /** Rows by table; rows in the order of their text, cells parted by {@code |}. */
    static Map<String, List<String>> of(String url, String user) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "")) {
            var content = new TreeMap<String, List<String>>();
            for (var table : tables(connection)) {
                content.put(table.toLowerCase(Locale.ROOT), rows(connection, table));
            }
            return content;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                var name = tables.getString("TABLE_NAME");
                if (!OTHER_TABLE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            while (result.next()) {
                var row = row(result, table.toLowerCase(Locale.ROOT));
                if (!OTHER_ROW.matcher(row).matches()) {
                    rows.add(row);
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String row(ResultSet result, String table) throws SQLException {
        var cells = new ArrayList<String>();
        var columns = result.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            var name = table + "." + columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
            if (!isInstant(columns.getColumnType(column)) && !OTHER_COLUMNS.contains(name)) {
                var cell = String.valueOf(result.getString(column));
                cells.add(RUN_CODE.matcher(cell).replaceAll("RUN"));
            }
        }
        return String.join("|", cells);
    }

    private static boolean isInstant(int type) {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }
}
