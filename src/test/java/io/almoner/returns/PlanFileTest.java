package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanFileTest {

    private static final String SHA = "0123456789abcdef".repeat(4);
    private final PlanFile files = new PlanFile();
    private final Plan plan = new Plan(
            Plan.VERSION,
            Instant.parse("2020-03-22T08:00:00Z"),
            "migrate",
            new TreeMap<>(Map.of("all-or-nothing", "true")),
            List.of(new Plan.Source("/data/pmc.zip", SHA)),
            17,
            "admin@contoso.example",
            "2020-03",
            LocalDate.of(2020, 3, 22),
            new RowCounts(10, 7, 1, 2, 0),
            new TreeMap<>(Map.of("seat_recorded", 7L)),
            List.of(new PlanText.BenefitUse("C-1001 4387201 Visual Studio Enterprise", 10, 9, 10, 10)));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("plan.json");
        files.write(plan, file);
    }

    @Test
    void reads_what_it_wrote() throws IOException {
        assertThat(files.read(file)).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\" : 1|\"version\" : 2|is of version 2, this program reads version 1",
                "/data/pmc.zip|pmc.zip|path of a source is not absolute",
                "/data/pmc.zip|\\u0000|path of a source is not absolute",
                "0123456789abcdef0123|xyz|fingerprint of a source",
                "\"migrate\"|\"\"|names no command",
                "\"migrate\"|null|a field is missing",
                "\"read\" : 10|\"read\" : 11|a field is missing",
                "\"ledgerRevision\"|\"other\"|a field is missing",
                "\"policy\"|policy|is not JSON (line"
            })
    void refuses_a_changed_plan_with_a_sentence(String text, String other, String sentence) throws IOException {
        Files.writeString(file, Files.readString(file).replace(text, other));

        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "7", "{\"version\":1}"})
    void refuses_what_is_no_plan(String content) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> files.read(file)).isInstanceOf(InvalidPlanException.class);
    }

    @Test
    void refuses_a_file_that_is_not_there() {
        assertThatThrownBy(() -> files.read(folder.resolve("none.json")))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("There is no file");
    }
}
