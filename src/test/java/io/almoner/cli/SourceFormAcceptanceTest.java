package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.SAMPLE;
import static io.almoner.cli.Program.SAMPLE_ARCHIVE;
import static io.almoner.cli.Program.SAMPLE_WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

/** The same export as a folder, an archive, a workbook, single files in any order or from standard input. */
class SourceFormAcceptanceTest {

    /** The ledger's own exports say everything that matters, whatever form it came in. */
    private static final Answer.Rows ROWS = new Answer.Rows(224, 189, 2, 32, 1);

    @TempDir
    Path folder;

    @Test
    void gives_the_same_ledger() throws IOException {
        Map<String, String> expected = ledgerOf("folder", program -> program.migrate(SAMPLE));

        assertThat(ledgerOf("archive", program -> program.migrate(SAMPLE_ARCHIVE)))
                .isEqualTo(expected);
        assertThat(ledgerOf("workbook", program -> program.migrate(SAMPLE_WORKBOOK)))
                .isEqualTo(expected);
        assertThat(ledgerOf("files", program -> program.migrate(files().toArray())))
                .isEqualTo(expected);
        assertThat(ledgerOf(
                        "stdin",
                        program -> program.withInput(
                                bytes(SAMPLE_ARCHIVE), Program.migration("-").toArray())))
                .isEqualTo(expected);
    }

    @Test
    void names_standard_input_so_that_its_rejects_have_a_name() throws IOException {
        var program = Program.at(folder.resolve("home"));

        var answer = program.withInput(
                bytes(SAMPLE.resolve("pmc_locations.csv")),
                Program.migration("-", SAMPLE.resolve("pmc_individuals.csv")).toArray());

        answer.ending(3);
        assertThat(answer.json().get("sources").findValuesAsString("file"))
                .containsExactly("standard-input", "pmc_individuals.csv");
        assertThat(answer.file("standard-input.rejects.csv")).isNotEmptyFile();
        try (var left = Files.list(program.home())) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("input"));
        }
    }

    @Test
    void reads_a_file_once_however_often_it_is_named() {
        var answer = Program.at(folder.resolve("home")).migrate(SAMPLE, SAMPLE_ARCHIVE, SAMPLE.resolve("pmc_keys.csv"));

        assertThat(answer.ending(3).rows()).isEqualTo(ROWS);
    }

    /** One after the other, the last first. */
    private static List<Object> files() {
        var files = new ArrayList<Object>();
        for (var table : List.of("marketing_contacts", "assignments", "keys", "benefits", "individuals", "locations")) {
            files.add(SAMPLE.resolve("pmc_" + table + ".csv"));
        }
        files.add(3, SAMPLE.resolve("user_roles.csv"));
        return files;
    }

    private interface Use {
        Answer of(Program program) throws IOException;
    }

    private Map<String, String> ledgerOf(String name, Use use) throws IOException {
        var program = Program.at(folder.resolve(name));
        assertThat(use.of(program).ending(3).rows()).as(name).isEqualTo(ROWS);
        var exported = new TreeMap<String, String>();
        var export = program.run("export", "all", "--with-keys", "--as", Program.MOVER, "--json");
        for (var kind : List.of("export", "keys")) {
            for (var file : export.ending(0).files(kind)) {
                exported.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(exported).hasSize(7);
        return exported;
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
