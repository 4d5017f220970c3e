package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A comparison at night: whoever looks at it in the morning is not told that all is well when it is not. */
class ReconcileJobTest {

    private static final Path SUBSCRIBERS = Path.of("sample-data", "portal-exports", "Subscribers.csv");

    @TempDir
    Path folder;

    private Program program;
    private Path portals;
    private Path job;

    @BeforeEach
    void migrate() throws IOException {
        program = Program.at(folder.resolve("home"));
        program.migrate(Program.SAMPLE).ending(3);
        portals = Files.createDirectory(folder.resolve("portals"));
        job = Files.writeString(folder.resolve("nightly.yaml"), """
                job: reconcile
                as: admin@contoso.example
                sources: [{folder: portals, pattern: "Subscribers*.csv", take: newest}]
                options: {on: 2026-03-22}
                """);
    }

    @Test
    void is_not_through_when_no_export_has_come() {
        Answer answer = program.run("run", job, "--json").ending(4);

        assertThat(answer.json().get("message").asString()).contains("There is no Subscribers*.csv", "nightly.yaml:3:");
        assertThat(metrics()).contains("almoner_last_run_exit_code{job=\"nightly\"} 4.0");
    }

    @Test
    void is_noted_as_its_run_ended() throws IOException {
        Files.copy(SUBSCRIBERS, portals.resolve("Subscribers.csv"));

        Answer answer = program.run("run", job, "--json").ending(3);

        assertThat(answer.status()).isEqualTo("drift_found");
        assertThat(metrics()).contains("{job=\"nightly\",status=\"drift_found\"}");
    }

    @Test
    void goes_on_after_a_failure_though_nobody_had_to_say_who_acts() throws IOException {
        Path out = folder.resolve("out");
        Path obstacle = Files.createDirectories(out.resolve("findings.csv").resolve("in the way"));
        String protection = "user:lena.vogt@contoso.example because she | Anna said so";
        Answer failed = program.run(
                        "reconcile", SUBSCRIBERS.toAbsolutePath(), "--protect", protection, "--out", out, "--json")
                .ending(1);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());

        String run = failed.json().get("run").asString();
        Answer answer = program.run("runs", "restart", run, "--json").ending(3);

        assertThat(answer.json().get("run").asString()).isEqualTo(run);
    }

    private String metrics() {
        try {
            return Files.readString(folder.resolve("home").resolve("metrics.prom"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
