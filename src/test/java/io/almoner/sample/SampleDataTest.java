package io.almoner.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDataTest {

    private final Intake intake = new Intake(Layouts.load());

    @Test
    void has_every_table_of_a_migration() {
        assertThat(read("pmc-export").keySet())
                .containsExactlyInAnyOrder(
                        "pmc_locations",
                        "pmc_individuals",
                        "user_roles",
                        "pmc_benefits",
                        "pmc_keys",
                        "pmc_assignments",
                        "pmc_marketing_contacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmc-export.zip", "pmc-export.xlsx"})
    void says_the_same_in_an_archive_and_in_a_workbook(String file) {
        assertThat(read(file)).isEqualTo(read("pmc-export"));
    }

    @Test
    void has_no_key_that_could_be_real() {
        List<List<String>> keys = read("pmc-export").get("pmc_keys");

        assertThat(keys.subList(1, keys.size()))
                .allSatisfy(cells -> assertThat(cells.get(3)).startsWith("FAKE0-00000-DEMO0-"));
    }

    @Test
    void shows_the_rules_that_a_move_meets() {
        SmallMigration migration = new SmallMigration(Path.of("sample-data", "pmc-export"));

        assertThat(migration.told())
                .extracting(told -> told.finding().rule().code())
                .contains("MIG-001", "MIG-003", "MIG-005", "MIG-008", "MPN-001", "ROL-006", "REN-001")
                .contains("USR-001", "USR-002", "USR-003", "USR-005", "BEN-001", "CAP-001", "CLD-002")
                .contains("SW-004", "SW-005", "SW-007", "VS-001", "VS-006", "VS-007", "VS-008")
                .contains("TEC-001", "TEC-002", "TEC-003", "TEC-004", "MKT-002", "MKT-003", "MKT-005")
                .contains("GTM-003", "GTM-004", "FIL-002", "FIL-003", "FIL-005", "FIL-006", "FIL-009");
    }

    private Map<String, List<List<String>>> read(String name) {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        for (SourceTable table : intake.identify(List.of(Path.of("sample-data", name)), ReadOptions.DETECT)
                .tables()) {
            tables.put(table.layout().name(), rows(table));
        }
        return tables;
    }

    private List<List<String>> rows(SourceTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.headers());
        try (RowCursor cursor = intake.open(table)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }
}
