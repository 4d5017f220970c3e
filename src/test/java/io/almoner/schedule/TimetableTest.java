package io.almoner.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.almoner.jobfile.Schedule;
import io.almoner.jobfile.Schedule.Missed;

import static org.assertj.core.api.Assertions.assertThat;

/** Europe/Berlin: on 29 March 2026 the clock jumps from 2 to 3, on 25 October it goes back from 3 to 2. */
class TimetableTest {

    @Test
    void keeps_to_the_clock_of_its_zone() {
        assertThat(times("0 6 * * 1", "2026-03-20T00:00Z", 3))
                .containsExactly("2026-03-23T06:00+01:00", "2026-03-30T06:00+02:00", "2026-04-06T06:00+02:00");
    }

    @Test
    void runs_a_time_that_spring_leaves_out_when_the_clock_has_jumped() {
        assertThat(times("30 2 * * *", "2026-03-28T00:00Z", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
    }

    @Test
    void runs_several_times_that_spring_leaves_out_once() {
        assertThat(times("0,20,40 2 * * *", "2026-03-28T01:30Z", 3))
                .containsExactly("2026-03-28T02:40+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00");
    }

    @Test
    void runs_a_time_that_comes_twice_in_autumn_once() {
        assertThat(times("30 2 * * *", "2026-10-24T12:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void does_not_run_it_again_for_one_who_asks_in_the_second_of_the_two_hours() {
        assertThat(times("30 2 * * *", "2026-10-25T01:10Z", 1)).containsExactly("2026-10-26T02:30+01:00");
    }

    @Test
    void goes_on_every_hour_where_the_clock_goes_back() {
        assertThat(times("30 * * * *", "2026-10-24T23:00Z", 4))
                .containsExactly(
                        "2026-10-25T01:30+02:00",
                        "2026-10-25T02:30+02:00",
                        "2026-10-25T02:30+01:00",
                        "2026-10-25T03:30+01:00");
    }

    @Test
    void goes_on_every_hour_where_the_clock_jumps() {
        assertThat(times("30 * * * *", "2026-03-29T00:00Z", 3))
                .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00", "2026-03-29T04:30+02:00");
    }

    @Test
    void finds_the_last_of_many_times_and_of_few() {
        Instant longAgo = Instant.parse("2016-01-01T00:00:00Z");
        Instant now = Instant.parse("2026-03-20T12:00:30Z");
        assertThat(timetable("* * * * *").last(longAgo, now))
                .hasToString("Optional[2026-03-20T13:00+01:00[Europe/Berlin]]");
        assertThat(timetable("0 6 29 2 *").last(longAgo, now))
                .hasToString("Optional[2024-02-29T06:00+01:00[Europe/Berlin]]");
        assertThat(timetable("0 6 29 2 *").last(Instant.parse("2024-03-01T00:00:00Z"), now))
                .isEmpty();
    }

    private static List<String> times(String cron, String after, int count) {
        Timetable timetable = timetable(cron);
        return Stream.iterate(
                        timetable.next(Instant.parse(after.replace("Z", ":00Z"))),
                        time -> timetable.next(time.toInstant()))
                .limit(count)
                .map(ZonedDateTime::toOffsetDateTime)
                .map(String::valueOf)
                .toList();
    }

    private static Timetable timetable(String cron) {
        return new Timetable(new Schedule(cron, ZoneId.of("Europe/Berlin"), Missed.RUN_ONCE));
    }
}
