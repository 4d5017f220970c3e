package io.almoner.cli;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.almoner.drift.DriftExport;
import io.almoner.drift.Planted;
import io.almoner.ledger.LedgerPlace;

/**
 * A home whose ledger is reconciled, and what stands in its database.
 *
 * @param program on that home
 * @param url of its database
 * @param user of its database
 */
record ReconciledHome(Program program, String url, String user) {

    /** Whatever a reconciliation may change, and what it writes down of it. */
    private static final List<String> NOT_OF_THE_LEDGER = List.of(
            "run",
            "run_source",
            "source",
            "setting",
            "counter",
            "drift",
            "reconciliation",
            "row_outcome",
            "row_finding",
            "audit_change",
            "whereabouts");

    static ReconciledHome of(LedgerPlace place) {
        String url = place.url();
        return url == null
                ? embedded(place.home())
                : new ReconciledHome(new Program(place.home(), List.of("--db", url)), url, "postgres");
    }

    static ReconciledHome embedded(Path home) {
        return new ReconciledHome(Program.at(home), "jdbc:h2:file:" + home.resolve("ledger"), "sa");
    }

    /** Migrates an export of partners in which nothing is refused. */
    ReconciledHome migrated(Path export) {
        program.run("migrate", export, "--as", DriftExport.MOVER, "--on", DriftExport.DAY, "--json")
                .ending(0);
        return this;
    }

    /** {@code reconcile --json} on the day on which nothing is over. */
    Answer reconcile(Object... words) {
        List<Object> all = new ArrayList<>(List.of("reconcile", "--on", DriftExport.DAY, "--json"));
        all.addAll(List.of(words));
        return program.run(all.toArray());
    }

    /** What the last reconciliation has found, in the order of its text. */
    List<String> found() {
        return query("""
                select d.situation, d.variant, o.code, d.kind, d.name, d.order_number, d.person, d.mark
                from drift d join organisation o on o.id = d.organisation_id
                where d.run_id = (select max(run_id) from reconciliation)
                """);
    }

    /** What became of what the last reconciliation has found. */
    List<String> standings() {
        return query("""
                select number, situation, kind, name, person, mark, standing, codes
                from drift where run_id = (select max(run_id) from reconciliation)
                """);
    }

    List<String> query(String sql) {
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", cells));
            }
            rows.sort(null);
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The books: what the ledger knows of partners, without what it knows of runs; each row with its table's name. */
    List<String> books() {
        try {
            Map<String, List<String>> content = LedgerContent.of(url, user);
            NOT_OF_THE_LEDGER.forEach(content::remove);
            return content.entrySet().stream()
                    .flatMap(table -> table.getValue().stream().map(row -> table.getKey() + " " + row))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same words as {@link #found}. */
    static List<String> texts(List<Planted> planted) {
        return planted.stream().map(ReconciledHome::text).sorted().toList();
    }

    private static String text(Planted planted) {
        String[] code = planted.code().split("\\.", 2);
        String variant = code.length == 1 ? "null" : code[1];
        return planted.toString().replaceFirst("^[^|]*", situation(code[0]) + "|" + variant);
    }

    private static String situation(String code) {
        for (var situation : io.almoner.reconcile.Situation.values()) {
            if (situation.rule().code().equals(code)) {
                return situation.name();
            }
        }
        throw new IllegalArgumentException(code);
    }
}
