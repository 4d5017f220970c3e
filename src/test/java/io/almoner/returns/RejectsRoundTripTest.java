package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;
import io.almoner.sample.SmallMigration;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes back can be read as what it was. */
class RejectsRoundTripTest {

    private final Intake intake = new Intake(Layouts.load());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pmc-export", "pmc-export.zip", "pmc-export.xlsx"})
    void refused_rows_are_read_again_as_they_were(String source) throws IOException {
        SmallMigration migration = new SmallMigration(Path.of("sample-data", source));
        List<Refused> refused = refused(migration);

        List<RejectsFile> files = writer().write(refused, folder);

        assertThat(files).hasSize(source.endsWith(".xlsx") ? 1 : 7);
        assertThat(files).extracting(RejectsFile::reencoded).containsOnly(false);
        Map<String, List<List<String>>> again = read();
        for (Refused one : refused) {
            assertThat(again.get(one.table().layout().name())).isEqualTo(rows(one.table(), one.rows()));
        }
    }

    @Test
    void corrected_rows_go_through_and_the_others_come_back_once_more() throws IOException {
        writer().write(refused(new SmallMigration(Path.of("sample-data", "pmc-export"))), folder);
        Path keys = folder.resolve("pmc_keys.rejects.csv");
        Files.writeString(keys, Files.readString(keys).replace("Enterprize", "Enterprise"));

        SmallMigration second = new SmallMigration(Path.of("sample-data", "pmc-export"), keys);

        assertThat(second.told())
                .filteredOn(told -> told.table().path().equals(keys))
                .filteredOn(told -> told.finding().refuses())
                .extracting(told -> told.finding().rule().code())
                .doesNotContain("BEN-001")
                .contains("SW-004");
        List<RejectsFile> files = writer().write(refused(second), folder.resolve("second"));
        assertThat(files)
                .extracting(file -> file.path().getFileName().toString())
                .contains("pmc_keys.rejects.csv", "pmc_keys.rejects-2.csv");
    }

    @Test
    void no_rejects_file_holds_a_clear_key() throws IOException {
        writer().write(refused(new SmallMigration(Path.of("sample-data", "pmc-export"))), folder);

        assertThat(Files.readString(folder.resolve("pmc_keys.rejects.csv")))
                .doesNotContain("FAKE0")
                .contains("*****-");
    }

    private RejectsWriter writer() {
        return new RejectsWriter(intake::open, new Messages(Locale.ENGLISH), RejectsRoundTripTest::masked);
    }

    private static String masked(String clear) {
        return clear.startsWith("*") ? clear : "*****-" + clear.substring(clear.length() - 5) + "#1";
    }

    private static List<Refused> refused(SmallMigration migration) {
        Map<SourceTable, Map<Integer, List<Finding>>> byTable = new LinkedHashMap<>();
        for (SmallMigration.Told told : migration.told()) {
            if (told.finding().refuses()) {
                byTable.computeIfAbsent(told.table(), table -> new TreeMap<>())
                        .computeIfAbsent(told.row(), row -> new ArrayList<>())
                        .add(told.finding());
            }
        }
        return byTable.entrySet().stream()
                .map(entry -> {
                    BitSet rows = new BitSet();
                    entry.getValue().keySet().forEach(rows::set);
                    return new Refused(entry.getKey(), rows, entry.getValue()::get);
                })
                .toList();
    }

    private Map<String, List<List<String>>> read() {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        for (SourceTable table :
                intake.identify(List.of(folder), ReadOptions.DETECT).tables()) {
            tables.put(table.layout().name(), rows(table, null));
        }
        return tables;
    }

    /** The cells of the layout's own columns, keys masked. */
    private List<List<String>> rows(SourceTable table, BitSet only) {
        List<List<String>> rows = new ArrayList<>();
        try (RowCursor cursor = intake.open(table)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                if (only == null || only.get(row.number())) {
                    List<String> cells = new ArrayList<>();
                    row.cells()
                            .subList(0, table.layout().columns().size())
                            .forEach(cell -> cells.add(cell.startsWith("FAKE0") ? masked(cell) : cell));
                    rows.add(cells);
                }
            }
        }
        return rows;
    }
}
