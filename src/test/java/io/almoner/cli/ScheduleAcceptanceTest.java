package io.almoner.cli;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.metrics.JobRecords;
import io.almoner.sample.SyntheticExport;
import io.almoner.sample.SyntheticExport.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code almoner schedule} from outside. */
class ScheduleAcceptanceTest {

    private static final int ROWS = 12_000;

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
    void ends_the_current_commit_on_sigterm_and_the_next_service_goes_on() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Path job = migration(jobs);
        Path home = folder.resolve("home");
        JobRecords.in(home)
                .change(job, record -> record.attendedTo(Instant.now().minus(Duration.ofDays(40))));

        Answer stopped = service(jobs, home)
                .saying("Applying: ")
                .signalled("TERM")
                .ended()
                .ending(143);

        JsonNode cut = only(stopped);
        assertThat(cut.get("jobFile").asString()).isEqualTo(job.toString());
        assertThat(cut.get("status").asString()).isEqualTo("interrupted");
        assertThat(cut.at("/rows/applied").asLong()).isPositive();
        assertThat(stopped.errors()).contains(", missed", "end      migration.yaml  exit 130 after ");

        Answer ended = service(jobs, home)
                .saying("end      migration.yaml  exit 3 after ")
                .signalled("TERM")
                .ended()
                .ending(143);

        JsonNode whole = only(ended);
        assertThat(whole.get("run")).isEqualTo(cut.get("run"));
        assertThat(whole.get("status").asString()).isEqualTo("completed_with_rejects");
        assertThat(whole.at("/rows/skipped").asLong()).isZero();
        assertThat(Files.readString(home.resolve("metrics.prom")))
                .contains("almoner_last_run_exit_code{job=\"migration\"} 3.0");
        assertThat(service(jobs, home)
                        .saying("next ")
                        .signalled("TERM")
                        .ended()
                        .ending(143)
                        .output())
                .as("what was made up is made up once")
                .isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
    void waits_for_no_further_attempt_when_it_is_stopped_and_makes_the_run_up_later() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Path job = migration(jobs);
        Files.writeString(job, Files.readString(job) + "retry: {attempts: 2, wait: 1h}\n");
        Path home = folder.resolve("home");
        JobRecords.in(home)
                .change(job, record -> record.attendedTo(Instant.now().minus(Duration.ofDays(40))));

        try (LedgerAccess busy = LedgerAccess.open(new LedgerPlace(home, null, null, null))) {
            assertThat(busy.runs()).isNotNull();
            Answer stopped = service(jobs, home)
                    .saying("That was attempt 1 of 2.")
                    .signalled("TERM")
                    .ended()
                    .ending(143);
            assertThat(only(stopped).get("status").asString()).isEqualTo("refused");
        }

        service(jobs, home)
                .saying("begin    migration.yaml")
                .saying("Applying: ")
                .signalled("TERM")
                .ended()
                .ending(143);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
    void says_what_comes_next_and_answers_on_loopback() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        migration(jobs);
        Files.writeString(jobs.resolve("by-hand.yaml"), "job: report\nreports: all\n");
        int port = freePort();

        ProgramProcess service = ProgramProcess.start(
                        List.of(), Program.at(folder.resolve("home")).words("schedule", jobs, "--port", port))
                .saying("next     migration.yaml  Sun ");
        int health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
        Answer answer = service.signalled("INT").ended().ending(130);

        assertThat(health).isEqualTo(200);
        assertThat(answer.errors())
                .contains("left     by-hand.yaml  it has no schedule", "02:30 Europe/Berlin")
                .contains("http://127.0.0.1:" + port + "/metrics");
    }

    @Test
    void refuses_a_broken_file_before_anything_runs() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        migration(jobs);
        Files.writeString(jobs.resolve("broken.yaml"), "job: report\nreports: all\nschedule: {cron: daily}\n");

        Answer answer = program().run("schedule", jobs).ending(2);

        assertThat(answer.errors()).contains("broken.yaml:3:18: cron cannot be daily.");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void refuses_a_folder_that_lacks_or_has_nothing_to_run_at_a_time() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("by-hand.yaml"), "job: report\nreports: all\n");

        assertThat(program().run("schedule", jobs).ending(2).errors()).contains("No job file in", "has a schedule");
        assertThat(program().run("schedule", folder.resolve("none")).ending(2).errors())
                .contains("There is no folder");
    }

    @Test
    void refuses_jobs_of_several_homes() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        for (String name : List.of("one", "two")) {
            Files.writeString(
                    jobs.resolve(name + ".yaml"),
                    "job: report\nreports: all\nhome: " + name + "\nschedule: {cron: \"0 6 * * 1\"}\n");
        }

        assertThat(Program.say("schedule", jobs.toString()).ending(2).errors()).contains("several homes");
    }

    @Test
    void a_port_that_is_taken_is_a_failure_before_anything_runs() throws Exception {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        migration(jobs);

        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = program()
                    .run("schedule", jobs, "--port", taken.getLocalPort(), "--json")
                    .ending(1);
            assertThat(answer.errors()).contains("Nothing can listen on port " + taken.getLocalPort());
            assertThat(answer.status()).isEqualTo("failed");
        }
    }

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    private static ProgramProcess service(Path jobs, Path home) throws Exception {
        return ProgramProcess.start(
                List.of("-Xmx256m"), Program.at(home).words("schedule", jobs, "--port", 0, "--json"));
    }

    private static JsonNode only(Answer answer) {
        assertThat(answer.output().lines()).as(answer.errors()).hasSize(1);
        return JsonMapper.shared().readTree(answer.output());
    }

    /** On Sundays at half past two. */
    private Path migration(Path jobs) throws Exception {
        SyntheticExport export = SyntheticExport.of(ROWS, Faults.TWO_IN_A_HUNDRED);
        Path source = folder.resolve("export");
        export.writeBase(source);
        export.writeAssignments(source);
        return Files.writeString(jobs.resolve("migration.yaml"), """
                job: migrate
                as: %s
                sources: [../export]
                options: {on: 2020-03-22}
                schedule: {cron: "30 2 * * 0", zone: Europe/Berlin}
                """.formatted(SyntheticExport.MOVER));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
