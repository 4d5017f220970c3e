package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.cli.JobEnd.Output;
import io.almoner.cli.JobMail.Mode;
import io.almoner.mail.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The service, by a clock that a test turns. Its jobs look for files in an inbox, which costs nothing. */
class JobServiceTest {

    private static final Instant EVENING = Instant.parse("2026-06-01T20:00:00Z");

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock();
    private final List<Runnable> works = new ArrayList<>();
    private Path home;

    @BeforeEach
    void begin() throws IOException {
        home = folder.resolve("home");
        Files.createDirectory(folder.resolve("inbox"));
        clock.now = EVENING;
    }

    @Test
    void runs_a_job_at_its_time_and_not_before_and_not_twice() throws Exception {
        JobService service = service(Runnable::run, job("nightly", "0 2 * * *", ""));

        lookAt(service, "2026-06-02T01:59:59Z");
        assertThat(subjects()).isEmpty();
        lookAt(service, "2026-06-02T02:00:00Z");
        lookAt(service, "2026-06-02T02:00:01Z");

        assertThat(subjects()).containsExactly("nightly: done");
        assertThat(metrics())
                .contains("almoner_last_run_exit_code{job=\"nightly\"} 0.0")
                .contains("almoner_next_run_timestamp_seconds{job=\"nightly\"} 1.780452E9");
        assertThat(service.health().troubles()).isEmpty();
    }

    @Test
    void a_new_job_does_not_run_its_past() throws Exception {
        JobService service = service(Runnable::run, job("nightly", "0 2 * * *", ""));

        lookAt(service, "2026-06-01T20:00:01Z");

        assertThat(subjects()).isEmpty();
    }

    @Test
    void what_was_missed_while_it_was_down_is_made_up_once_and_the_mail_says_so() throws Exception {
        Path job = job("nightly", "0 2 * * *", "");
        service(Runnable::run, job);
        clock.now = Instant.parse("2026-06-05T09:00:00Z");

        JobService service = service(Runnable::run, job);
        service.look();
        lookAt(service, "2026-06-05T09:00:01Z");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text().replaceAll("\\s+", " "))
                        .contains(
                                "The runs that were due from Tue 2026-06-02 02:00 UTC to Fri 2026-06-05 02:00 UTC were"
                                        + " missed. This run makes up for it."));
    }

    @Test
    void what_was_missed_is_told_and_not_made_up_where_the_job_says_so() throws Exception {
        Path job = job("nightly", "0 2 * * *", ", missed: skip");
        service(Runnable::run, job);
        clock.now = Instant.parse("2026-06-02T09:00:00Z");

        JobService service = service(Runnable::run, job);
        service.look();
        lookAt(service, "2026-06-02T09:00:01Z");
        assertThat(subjects()).containsExactly("nightly: refused, nothing was applied");
        assertThat(service.health().troubles())
                .singleElement()
                .asString()
                .contains("nightly.yaml: ended with exit code 6");
        lookAt(service, "2026-06-03T02:00:00Z");

        assertThat(subjects()).contains("nightly: works again, done").hasSize(2);
        assertThat(service.health().troubles()).isEmpty();
    }

    @Test
    void a_file_that_was_broken_meanwhile_is_a_run_that_did_not_start_told_once_and_told_when_it_is_mended()
            throws Exception {
        Path job = job("nightly", "0 2 * * *", "");
        String sound = Files.readString(job);
        JobService service = service(Runnable::run, job);
        change(job, sound.replace("job: assign", "job: asign"), "2026-06-01T21:00:00Z");

        lookAt(service, "2026-06-01T22:00:00Z");
        assertThat(service.health().troubles()).singleElement().asString().contains("nightly.yaml:1:6", "assign");
        lookAt(service, "2026-06-02T02:00:00Z");
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("nightly: refused, nothing was applied");
            assertThat(mail.text()).contains("nightly.yaml:1:6");
        });
        change(job, sound, "2026-06-02T21:00:00Z");
        lookAt(service, "2026-06-03T02:00:00Z");

        assertThat(subjects()).contains("nightly: works again, done").hasSize(2);
    }

    @Test
    void a_schedule_that_was_changed_meanwhile_holds_from_then_on() throws Exception {
        Path job = job("nightly", "0 2 * * *", "");
        JobService service = service(Runnable::run, job);
        change(job, Files.readString(job).replace("0 2 * * *", "0 23 * * *"), "2026-06-01T21:00:00Z");

        lookAt(service, "2026-06-01T22:00:00Z");
        lookAt(service, "2026-06-01T23:00:00Z");
        assertThat(subjects()).hasSize(1);
        lookAt(service, "2026-06-02T02:00:00Z");

        assertThat(subjects()).hasSize(1);
    }

    @Test
    void an_inbox_that_is_away_is_told_once() throws Exception {
        JobService service = service(Runnable::run, job("often", "*/10 * * * *", ""));
        Files.delete(folder.resolve("inbox"));

        lookAt(service, "2026-06-01T20:10:00Z");
        lookAt(service, "2026-06-01T20:20:00Z");
        assertThat(subjects()).hasSize(1);
        Files.createDirectory(folder.resolve("inbox"));
        lookAt(service, "2026-06-01T20:30:00Z");

        assertThat(subjects()).contains("often: works again, done").hasSize(2);
    }

    @Test
    void a_job_that_waits_too_long_for_another_is_told_once_and_runs_when_that_has_ended() throws Exception {
        JobService service = service(works::add, job("long", "0 21 * * *", ""), job("short", "1 21 * * *", ""));
        lookAt(service, "2026-06-01T21:00:00Z");
        lookAt(service, "2026-06-01T21:01:00Z");
        assertThat(works).hasSize(1);

        lookAt(service, "2026-06-01T21:16:00Z");
        assertThat(subjects()).isEmpty();
        lookAt(service, "2026-06-01T21:16:01Z");
        lookAt(service, "2026-06-01T21:17:00Z");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text().replaceAll("\\s+", " "))
                        .contains("due Mon 2026-06-01 21:01 UTC has not begun. long.yaml is still at work."));
        assertThat(service.health().troubles()).singleElement().asString().contains("short.yaml", "not begun");
        works.remove(0).run();
        lookAt(service, "2026-06-01T21:18:00Z");
        works.remove(0).run();
        assertThat(subjects())
                .contains("long: done", "short: works again, done")
                .hasSize(3);
        assertThat(service.health().troubles()).isEmpty();
    }

    @Test
    void an_error_in_one_run_keeps_no_job_from_its_next() throws Exception {
        JobService service = service(works::add, job("nightly", "0 2 * * *", ""));
        lookAt(service, "2026-06-02T02:00:00Z");
        clock.failsIn = 2; // it has begun then
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> works.remove(0).run());

        lookAt(service, "2026-06-03T02:00:00Z");

        assertThat(works).hasSize(1);
    }

    @Test
    void nothing_begins_once_it_was_told_to_stop() throws Exception {
        JobService service = service(Runnable::run, job("nightly", "0 2 * * *", ""));
        service.stop();

        lookAt(service, "2026-06-02T02:00:00Z");

        assertThat(subjects()).isEmpty();
    }

    @Test
    void a_clock_that_stands_still_is_unhealthy() throws Exception {
        JobService service = service(Runnable::run, job("nightly", "0 2 * * *", ""));
        service.look();

        clock.now = EVENING.plusSeconds(61);

        assertThat(service.health().troubles())
                .singleElement()
                .asString()
                .contains("stood still since 2026-06-01 20:00:00Z");
    }

    private JobService service(Executor worker, Path... jobs) {
        CommonOptions common = new CommonOptions(Map.of()).in(home);
        var setting = new JobRuns.Setting(common, Mode.SEND, Output.ONE_A_RUN, time -> true);
        JobRuns runs = new JobRuns(setting, new MetricsOption(), clock, new Console(common));
        List<ScheduledFile> files =
                Stream.of(jobs).map(job -> new ScheduledFile(job, Map.of())).toList();
        JobService service = new JobService(files, runs, home, Duration.ofMinutes(15), worker);
        service.begin();
        return service;
    }

    private void lookAt(JobService service, String moment) {
        clock.now = Instant.parse(moment);
        service.look();
    }

    private Path job(String name, String cron, String more) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), """
                job: assign
                about: %s
                as: admin@contoso.example
                sources: {folder: inbox, done: done, rejected: rejected}
                mail: {to: lead@contoso.example}
                schedule: {cron: "%s"%s}
                """.formatted(name, cron, more));
    }

    private static void change(Path file, String text, String modified) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }

    private String metrics() throws IOException {
        return Files.readString(home.resolve("metrics.prom"));
    }

    private List<String> subjects() throws Exception {
        return mails().stream().map(ReceivedMail::subject).toList();
    }

    private List<ReceivedMail> mails() throws Exception {
        if (!Files.isDirectory(home.resolve("outbox"))) {
            return List.of();
        }
        var mails = new ArrayList<ReceivedMail>();
        try (Stream<Path> all = Files.list(home.resolve("outbox"))) {
            for (Path file : all.sorted().toList()) {
                mails.add(ReceivedMail.in(file));
            }
        }
        return mails;
    }

    private static final class TurnedClock extends Clock {

        private Instant now = EVENING;

        /** When it is asked for the so-manieth time from now; 0: never. */
        private int failsIn;

        @Override
        public Instant instant() {
            if (failsIn > 0 && --failsIn == 0) {
                throw new StackOverflowError();
            }
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
