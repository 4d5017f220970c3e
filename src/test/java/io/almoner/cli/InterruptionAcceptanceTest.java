package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.almoner.sample.SyntheticExport;
import io.almoner.sample.SyntheticExport.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** Ctrl-C and SIGTERM: the run stops at a commit, says so, and the same command ends as if nothing had been. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
class InterruptionAcceptanceTest {

    private static final int ROWS = 12_000;
    private static final int MANY_ROWS = 100_000;

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void stops_at_a_commit_and_the_same_command_goes_on() throws Exception {
        Path export = export(ROWS);

        Answer stopped = interrupted(export, "TERM");
        assertStopped(stopped, 143);
        String run = stopped.json().get("run").asString();
        assertThat(runs()).contains(run + " ", "interrupted");

        Answer resumed = program.migrate(export).ending(3);

        assertThat(resumed.json().get("run").asString()).isEqualTo(run);
        assertEndedAsIfNothingHadBeen(export, resumed);
    }

    @Test
    void a_killed_apply_goes_on_with_its_plan() throws Exception {
        Path export = export(ROWS);
        Path plan = folder.resolve("plan.json");
        Answer planned = program.migrate(export, "--plan-out", plan).ending(3);

        ProgramProcess.start(List.of("-Xmx256m"), program.words("apply", plan))
                .saying("Applying: 20 %")
                .signalled("KILL")
                .ended();
        Answer applied = program.run("apply", plan, "--json").ending(3);

        assertThat(applied.json().get("rows")).isEqualTo(planned.json().get("rows"));
        assertThat(applied.json().get("changes")).isEqualTo(planned.json().get("changes"));
        program.run("apply", plan, "--json").ending(6);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @Tag("full")
    void goes_on_by_the_runs_name_too(String signal, int exit) throws Exception {
        Path export = export(MANY_ROWS);

        Answer stopped = interrupted(export, signal);
        assertStopped(stopped, exit);
        String run = stopped.json().get("run").asString();
        assertThat(program.run("runs", "show", run).ending(0).output()).contains("interrupted", "runs restart " + run);

        Answer resumed = program.run("runs", "restart", run, "--json").ending(3);

        assertEndedAsIfNothingHadBeen(export, resumed);
        assertThat(program.run("runs", "restart", run).ending(2).errors()).contains("completed_with_rejects");
    }

    private Path export(int rows) throws Exception {
        SyntheticExport export = SyntheticExport.of(rows, Faults.TWO_IN_A_HUNDRED);
        Path source = folder.resolve("export");
        export.writeBase(source);
        export.writeAssignments(source);
        return source;
    }

    private Answer interrupted(Path export, String signal) throws Exception {
        var words = program.words(Program.migration(export).toArray());
        return ProgramProcess.start(List.of("-Xmx256m"), words)
                .saying("Applying: ")
                .signalled(signal)
                .ended();
    }

    private static void assertStopped(Answer stopped, int exit) {
        stopped.ending(exit);
        assertThat(stopped.status()).isEqualTo("interrupted");
        assertThat(stopped.errors()).contains("The same command goes on").doesNotContain("\tat ");
        Answer.Rows rows = stopped.rows();
        assertThat(rows.applied()).isPositive();
        assertThat(rows.skipped()).as("rows that it did not come to").isPositive();
    }

    private String runs() {
        return program.run("runs", "list").ending(0).output();
    }

    private void assertEndedAsIfNothingHadBeen(Path export, Answer resumed) {
        var undisturbed = Program.at(folder.resolve("other"));
        JsonNode expected = undisturbed.migrate(export).ending(3).json();
        for (var field : List.of("rows", "findings", "changes", "status")) {
            assertThat(resumed.json().get(field)).as(field).isEqualTo(expected.get(field));
        }
        var content = program.content();
        undisturbed
                .content()
                .forEach((table, rows) ->
                        assertThat(content.get(table)).as(table).isEqualTo(rows));
        assertThat(resumed.file("pmc_assignments.rejects.csv"))
                .hasSameTextualContentAs(undisturbed
                        .home()
                        .resolve("runs")
                        .resolve(expected.get("run").asString())
                        .resolve("pmc_assignments.rejects.csv"));
    }
}
