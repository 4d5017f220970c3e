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
