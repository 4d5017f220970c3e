package io.almoner.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the script {@code almoner} in a copy of the source tree whose Maven and Java only say what they were asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo "maven speaks"
            echo built >>builds
            sleep 0.2
            mkdir -p target
            : >target/almoner-0.1.0.jar
            test ! -e broken
            """;

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *-Djarmode=tools*)
                for last in "$@"; do :; done
                mkdir -p "$last"
                : >"$last/almoner-0.1.0.jar" ;;
              *-XX:ArchiveClassesAtExit=*) exit 1 ;;
              *)
                echo "pid=$$"
                echo "folder=$(pwd)"
                for word in "$@"; do echo "word=$word"; done ;;
            esac
            """;

    @TempDir
    Path folder;

    private Path tree;
    private Path tools;

    @BeforeEach
    void copy_the_launcher() throws IOException {
        tree = Files.createDirectories(folder.resolve("source tree").resolve("src/main"))
                .getParent()
                .getParent();
        tools = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.copy(Path.of("almoner"), tree.resolve("almoner"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        script(tools.resolve("mvn"), MAVEN);
        script(tools.resolve("java"), JAVA);
        release("17.0.15");
    }

    @Test
    void builds_on_the_first_use_and_says_so_on_standard_error_only() throws Exception {
        var run = launch(tree.resolve("almoner"), "--help");
        assertThat(run.exitCode).isZero();
        assertThat(run.errors).contains("almoner: building; this takes a minute", "maven speaks");
        assertThat(run.output).contains("word=--help").doesNotContain("building", "maven");
    }

    @Test
    void builds_again_only_when_a_source_is_newer() throws Exception {
        var source = Files.writeString(tree.resolve("src/main/Some.java"), "");
        launch(tree.resolve("almoner"));
        launch(tree.resolve("almoner"));
        assertThat(builds()).isOne();
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch(tree.resolve("almoner")).exitCode).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void builds_once_for_first_uses_at_the_same_time() throws Exception {
        var processes = new ArrayList<Process>();
        for (int use = 0; use < 4; use++) {
            processes.add(start(tree.resolve("almoner"), "--version"));
        }
        for (var process : processes) {
            assertThat(finish(process).output).contains("word=--version");
        }
        assertThat(builds()).isOne();
    }

    @Test
    void goes_on_where_a_killed_build_left_its_lock() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createSymbolicLink(
                Files.createDirectories(tree.resolve("target/almoner")).resolve("lock"),
                Path.of(Long.toString(dead.pid())));
        assertThat(launch(tree.resolve("almoner")).exitCode).isZero();
    }

    @Test
    void hands_over_every_word_as_it_is_and_the_folder_of_the_user() throws Exception {
        var run = launch(tree.resolve("almoner"), "inspect", "a file.csv", "", "*");
        assertThat(run.words()).endsWith("inspect", "a file.csv", "", "*");
        assertThat(run.output).contains("folder=" + folder.toRealPath() + "\n");
    }

    @Test
    void is_found_through_symbolic_links() throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("one"), Path.of("../source tree/almoner"));
        Files.createSymbolicLink(folder.resolve("two"), bin.resolve("one"));
        assertThat(launch(folder.resolve("two")).exitCode).isZero();
        assertThat(builds()).isOne();
    }

    @Test
    void becomes_java_so_that_signals_reach_it() throws Exception {
        launch(tree.resolve("almoner"));
        var process = start(tree.resolve("almoner"));
        assertThat(finish(process).output).contains("pid=" + process.pid() + "\n");
    }

    @ParameterizedTest
    @CsvSource({"11.0.2", "1.8.0_302", "16"})
    void refuses_a_java_that_is_too_old(String version) throws Exception {
        release(version);
        var run = launch(tree.resolve("almoner"));
        assertThat(run.exitCode).isOne();
        assertThat(run.errors).contains("Java 17 or newer is needed", version, "JAVA_HOME");
    }

    @Test
    void says_when_the_build_failed_and_leaves_no_lock() throws Exception {
        Files.createFile(tree.resolve("broken"));
        var run = launch(tree.resolve("almoner"));
        assertThat(run.exitCode).isOne();
        assertThat(run.errors).contains("almoner: the build failed");
        assertThat(tree.resolve("target/almoner/lock")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "migrate x --json, -Xmx256m, false",
        "--home h assign x, -Xmx256m, false",
        "migrate people.xlsx, -Xmx2g, false",
        "runs restart 7, -Xmx2g, false",
        "runs list, -Xmx256m, true",
        "--help, -Xmx256m, true",
        "report all, -Xmx512m, true",
        "run jobs/nightly.yaml, -Xmx2g, false"
    })
    void chooses_heap_and_compiler_by_the_command(String line, String heap, boolean startsFast) throws Exception {
        var words = launch(tree.resolve("almoner"), line.split(" ")).words();
        assertThat(words).contains(heap, "-XX:+UseSerialGC");
        assertThat(words.contains("-XX:TieredStopAtLevel=1")).isEqualTo(startsFast);
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "3000000, false"})
    void keeps_the_optimizing_compiler_only_for_files_that_are_worth_it(int size, boolean startsFast) throws Exception {
        Files.write(folder.resolve("a file.csv"), new byte[size]);
        var words = launch(tree.resolve("almoner"), "migrate", "a file.csv", "--home", ".")
                .words();
        assertThat(words.contains("-XX:TieredStopAtLevel=1")).isEqualTo(startsFast);
    }

    @Test
    void tells_the_program_where_it_stands() throws Exception {
        assertThat(launch(tree.resolve("almoner")).words()).contains("-Dalmoner.root=" + tree.toRealPath());
    }

    private void release(String version) throws IOException {
        Files.writeString(
                tools.getParent().resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private int builds() throws IOException {
        return Files.readAllLines(tree.resolve("builds")).size();
    }

    private Run launch(Path launcher, String... words) throws Exception {
        return finish(start(launcher, words));
    }

    private Process start(Path launcher, String... words) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", tools.getParent().toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().remove("ALMONER_JAVA_OPTS");
        return builder.start();
    }

    private static Run finish(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, errors);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int exitCode, String output, String errors) {

        List<String> words() {
            return output.lines()
                    .filter(line -> line.startsWith("word="))
                    .map(line -> line.substring("word=".length()))
                    .toList();
        }
    }
}
