package io.almoner.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever is given instead of a table: a coded refusal soon, nothing applied, and the next good run works. */
class HostileInputAcceptanceTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx512m");

    @TempDir
    Path folder;

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_with_a_code(HostileFile hostile) throws IOException {
        Path file = hostile.write(folder);

        assertRefused(assertTimeoutPreemptively(SOON, () -> program().migrate(file, "--quiet")));
        assertThat(program().run("inspect", file).errors()).doesNotContain("\tat ", "Exception");
    }

    private void assertRefused(Answer answer) {
        answer.ending(4);
        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.errors())
                .containsPattern("\\(FIL-0(01|10)\\)")
                .contains("try:")
                .doesNotContain("\tat ", "Exception");
        assertThat(program().content().values()).allMatch(List::isEmpty);
    }

    @Test
    void does_not_keep_the_next_run_from_working() throws IOException {
        for (var hostile : List.of(HostileFile.BOMB, HostileFile.TRUNCATED_WORKBOOK, HostileFile.NEVER_CLOSED_QUOTE)) {
            program().migrate(hostile.write(folder)).ending(4);
        }

        assertThat(program().migrate(SAMPLE).ending(3).rows()).isEqualTo(new Answer.Rows(224, 189, 2, 32, 1));
    }

    @Test
    void applies_nothing_of_an_export_of_which_one_file_breaks_off() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.copy(SAMPLE.resolve("pmc_locations.csv"), export.resolve("pmc_locations.csv"));
        Files.copy(SAMPLE.resolve("pmc_individuals.csv"), export.resolve("pmc_individuals.csv"));
        HostileFile.NEVER_CLOSED_QUOTE.write(export);

        assertRefused(program().migrate(export));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void does_not_wait_for_a_pipe_that_nobody_writes_to() throws Exception {
        Path pipe = folder.resolve("pmc_keys.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertRefused(assertTimeoutPreemptively(SOON, () -> program().migrate(pipe)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refuses_links_that_lead_nowhere_and_what_is_no_file() throws IOException {
        Path loop = folder.resolve("loop.csv");
        Files.createSymbolicLink(loop, loop);

        assertRefused(program().migrate(loop));
        assertRefused(program().migrate("/dev/zero"));
    }

    @Test
    void looks_into_a_folder_whatever_its_name_is() throws IOException {
        Path folderNamedAsFile = Files.createDirectory(folder.resolve("pmc_keys.csv"));

        assertRefused(program().migrate(folderNamedAsFile));
    }

    @Test
    void writes_nothing_to_where_an_archive_points() throws IOException {
        Path archive = folder.resolve("climbing.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("../../pmc_locations.csv"));
            zip.write(Files.readAllBytes(SAMPLE.resolve("pmc_locations.csv")));
            zip.putNextEntry(new java.util.zip.ZipEntry("../pmc_individuals.csv"));
            zip.write(Files.readAllBytes(SAMPLE.resolve("pmc_individuals.csv")));
        }

        Answer answer = program().migrate(archive, "--out", folder.resolve("in/ner/out"));

        assertThat(answer.exit()).isIn(3, 4);
        assertThatCode(() -> {
                    for (var written : answer.files("rejects")) {
                        assertThat(written).hasParent(folder.resolve("in/ner/out"));
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void sends_no_commands_to_the_terminal() throws IOException {
        Path file = folder.resolve("pmc_\u001B[2Jkeys.csv");
        Files.writeString(file, """
                LocationMpnId,BenefitName,ProductKey,Se\u001B[2Jats,Seats
                4387201,\u001B]0;title\u0007Windows,SECRETKEY00001,1,\u001B[31mmany
                """);

        for (var command : List.of("inspect", "migrate")) {
            Answer answer = program().run(command, file, "--verbose");
            assertThat(answer.output() + answer.errors()).doesNotContain("\u001B", "\u0007");
        }
        assertThat(program().run("migrate", file, "--as", Program.MOVER).errors())
                .doesNotContain("\u001B", "\u0007");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("full")
    void is_refused_by_a_process_with_little_memory(HostileFile hostile) throws Exception {
        Path file = hostile.write(folder);

        assertRefused(processed(file));
    }

    @Test
    @Tag("full")
    void refuses_cells_of_hundreds_of_megabytes_with_little_memory() throws Exception {
        Path text = folder.resolve("pmc_keys.csv");
        try (var out = new BufferedOutputStream(Files.newOutputStream(text))) {
            out.write("LocationMpnId,BenefitName,ProductKey\n4387201,Windows,\"".getBytes(StandardCharsets.UTF_8));
            HostileFile.repeat(out, "K", 600);
            out.write("\"\n".getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(processed(text));
    }

    private Answer processed(Path file) throws Exception {
        return ProgramProcess.start(
                        LITTLE_MEMORY, program().words(Program.migration(file).toArray()))
                .ended();
    }
}
