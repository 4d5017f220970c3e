package io.almoner.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.almoner.jobfile.Schedule;
import io.almoner.jobfile.Schedule.Missed;
import io.almoner.schedule.Due.Punctuality;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaTest {

    private static final Path NIGHTLY = Path.of("nightly.yaml");
    private static final Path OFTEN = Path.of("often.yaml");
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final Agenda agenda = new Agenda(Duration.ofMinutes(1));

    @Test
    void a_job_begins_when_its_time_has_come_and_not_before() {
        agenda.add(NIGHTLY, nightly(Missed.RUN_ONCE), at("01T12:00"));

        assertThat(looked("02T01:59")).isEmpty();
        assertThat(looked("02T02:00")).contains(due(NIGHTLY, "02T02:00", "02T02:00", Punctuality.ON_TIME));
        assertThat(agenda.end()).isEqualTo(at("02T02:00"));
        assertThat(looked("02T02:01")).isEmpty();
        assertThat(agenda.next(NIGHTLY)).contains(time("03T02:00"));
    }

    @Test
    void what_was_missed_is_made_up_once_however_often_it_was() {
        agenda.add(NIGHTLY, nightly(Missed.RUN_ONCE), at("01T12:00"));

        assertThat(looked("05T09:00")).contains(due(NIGHTLY, "02T02:00", "05T02:00", Punctuality.MADE_UP));
        agenda.end();
        assertThat(looked("05T09:01")).isEmpty();
    }

    @Test
    void what_was_missed_is_given_up_where_the_job_says_so() {
        agenda.add(NIGHTLY, nightly(Missed.SKIP), at("01T12:00"));

        assertThat(agenda.look(at("05T09:00")))
                .containsExactly(due(NIGHTLY, "02T02:00", "05T02:00", Punctuality.GIVEN_UP));
        assertThat(agenda.begin(at("05T09:00"))).isEmpty();
        assertThat(agenda.look(at("05T09:01"))).isEmpty();
        assertThat(looked("06T02:00")).isPresent();
    }

    @Test
    void a_job_that_is_on_time_tells_that_earlier_times_were_missed() {
        agenda.add(NIGHTLY, nightly(Missed.SKIP), at("01T12:00"));

        Due due = looked("03T02:00").orElseThrow();

        assertThat(due).isEqualTo(due(NIGHTLY, "02T02:00", "03T02:00", Punctuality.ON_TIME));
        assertThat(due.hasMissed()).isTrue();
    }

    @Test
    void one_job_waits_for_the_other_and_is_not_queued_twice() {
        agenda.add(NIGHTLY, nightly(Missed.RUN_ONCE), at("01T12:00"));
        agenda.add(OFTEN, often(), at("02T01:55"));
        assertThat(looked("02T02:00")).map(Due::job).contains(NIGHTLY);

        assertThat(looked("02T02:11")).isEmpty();
        assertThat(looked("02T02:31")).isEmpty();
        agenda.end();

        assertThat(looked("02T02:32")).contains(due(OFTEN, "02T02:00", "02T02:00", Punctuality.ON_TIME));
        assertThat(agenda.end()).as("the times that went by while it waited").isEqualTo(at("02T02:30"));
        assertThat(looked("02T02:33")).isEmpty();
    }

    @Test
    void a_job_that_takes_longer_than_its_pause_never_overlaps_itself() {
        agenda.add(OFTEN, often(), at("02T01:55"));
        looked("02T02:00");

        assertThat(looked("02T02:10")).isEmpty();
        agenda.end();

        assertThat(looked("02T02:25")).contains(due(OFTEN, "02T02:10", "02T02:20", Punctuality.MADE_UP));
    }

    @Test
    void a_job_that_waits_too_long_is_told_of_from_when_it_joined_the_queue() {
        agenda.add(NIGHTLY, nightly(Missed.RUN_ONCE), at("01T12:00"));
        agenda.add(OFTEN, often(), at("02T01:55"));
        looked("02T02:00");

        assertThat(agenda.overdue(at("02T02:15"), USUAL)).isEmpty();
        assertThat(agenda.overdue(at("02T02:16"), USUAL)).extracting(Due::job).containsExactly(OFTEN);
        assertThat(agenda.running()).contains(NIGHTLY);
    }

    @Test
    void a_changed_schedule_holds_from_then_on_and_takes_the_job_from_the_queue() {
        agenda.add(NIGHTLY, nightly(Missed.RUN_ONCE), at("01T12:00"));
        agenda.look(at("02T02:00"));

        agenda.add(NIGHTLY, often(), at("02T02:01"));

        assertThat(agenda.begin(at("02T02:01"))).isEmpty();
        assertThat(agenda.next(NIGHTLY)).contains(time("02T02:10"));
    }

    @Test
    void a_job_that_was_removed_is_run_no_more() {
        agenda.add(NIGHTLY, nightly(Missed.RUN_ONCE), at("01T12:00"));
        agenda.look(at("02T02:00"));

        agenda.remove(NIGHTLY);

        assertThat(looked("03T02:00")).isEmpty();
        assertThat(agenda.next(NIGHTLY)).isEmpty();
    }

    private Optional<Due> looked(String now) {
        assertThat(agenda.look(at(now))).isEqualTo(List.of());
        return agenda.begin(at(now));
    }

    private static Due due(Path job, String first, String last, Punctuality punctuality) {
        return new Due(job, time(first), time(last), punctuality);
    }

    private static Timetable nightly(Missed missed) {
        return new Timetable(new Schedule("0 2 * * *", ZoneOffset.UTC, missed));
    }

    private static Timetable often() {
        return new Timetable(new Schedule("*/10 * * * *", ZoneOffset.UTC, Missed.RUN_ONCE));
    }

    private static Instant at(String text) {
        return time(text).toInstant();
    }

    private static ZonedDateTime time(String text) {
        return ZonedDateTime.of(LocalDateTime.parse("2026-06-" + text), ZoneOffset.UTC);
    }
}
