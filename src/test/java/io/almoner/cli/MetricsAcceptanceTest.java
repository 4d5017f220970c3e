package io.almoner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What those who watch over a machine are told of the jobs that run on it. */
class MetricsAcceptanceTest {

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void a_job_tells_how_it_ended_and_how_many_of_its_rows_came_back() throws Exception {
        Path job = migration();

        program.run("run", job, "--dry-run").ending(3);
        assertThat(metrics()).as("a trial").doesNotExist();
        Answer answer = program.run("run", job, "--json").ending(3);

        assertThat(Files.readString(metrics()))
                .contains(
                        "almoner_last_run_timestamp_seconds{job=\"migration\",status=\"completed_with_rejects\"} ",
                        "almoner_last_run_exit_code{job=\"migration\"} 3.0\n",
                        "almoner_last_success_timestamp_seconds{job=\"migration\"} ",
                        "almoner_next_run_timestamp_seconds{job=\"migration\"} ",
                        "almoner_run_rows{job=\"migration\",outcome=\"rejected\"} "
                                + answer.rows().rejected() + ".0\n");
    }

    @Test
    void a_failure_leaves_the_last_success_and_the_metrics_go_where_they_are_wanted() throws Exception {
        Path job = migration();
        Path file = folder.resolve("textfile/almoner.prom");
        program.run("run", job, "--metrics", file).ending(3);
        Files.writeString(job, Files.readString(job).replace(SAMPLE.toString(), "none"));

        program.run("run", job, "--metrics", file).ending(4);

        assertThat(Files.readString(file))
                .contains(
                        "almoner_last_run_exit_code{job=\"migration\"} 4.0\n",
                        "almoner_last_success_timestamp_seconds{job=\"migration\"} ");
        assertThat(metrics()).doesNotExist();
    }

    @Test
    void a_reconciliation_tells_what_is_open_and_what_was_put_right() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path exports = SAMPLE.resolveSibling("portal-exports");
        List<String> words = List.of(
                "reconcile",
                exports.resolve("users.csv").toString(),
                exports.resolve("Subscribers.csv").toString(),
                "--as=" + MOVER,
                "--on=" + DAY,
                "--org=C-1001");

        program.run(words.toArray()).ending(3);
        double before = open();
        assertThat(before).isPositive();
        assertThat(fixed()).isZero();
        var fixing = new ArrayList<Object>(words);
        fixing.add("--fix");
        program.run(fixing.toArray()).ending(3);

        assertThat(fixed()).isPositive();
        assertThat(open()).isEqualTo(before - fixed());
        assertThat(Files.readString(metrics()))
                .contains(
                        "almoner_last_run_exit_code{job=\"almoner reconcile\"} 3.0\n",
                        "almoner_drift_open{situation=\"broken_book\"} 0.0\n")
                .containsPattern("almoner_drift_oldest_days [1-9]");
    }

    private double open() throws Exception {
        return sum("almoner_drift_open");
    }

    private double fixed() throws Exception {
        return sum("almoner_drift_fixed");
    }

    private double sum(String name) throws Exception {
        return Files.readAllLines(metrics()).stream()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private Path migration() throws Exception {
        return Files.writeString(
                folder.resolve("migration.yaml"),
                "job: migrate\nas: " + MOVER + "\nsources: [" + SAMPLE + "]\noptions: {on: " + DAY + "}\n"
                        + "schedule: {cron: \"30 2 * * *\", zone: Europe/Berlin}\n");
    }

    private Path metrics() {
        return program.home().resolve("metrics.prom");
    }
}
