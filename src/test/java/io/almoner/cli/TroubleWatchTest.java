package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.cli.TroubleWatch.Arrival;
import io.almoner.jobfile.MailOrder.Repeat;
import io.almoner.mail.News.Course;
import io.almoner.mail.News.Course.Turn;
import io.almoner.mail.TroubleMemory;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleWatchTest {

    private static final Instant SUNDAY = Instant.parse("2020-03-22T23:45:00Z");
    private static final Instant MONDAY = Instant.parse("2020-03-23T00:15:00Z");
    private static final Optional<String> AWAY = Optional.of("the database is away");
    private static final Optional<String> FULL = Optional.of("the disk is full");
    private static final Optional<String> WELL = Optional.empty();

    @TempDir
    Path folder;

    @Test
    void the_first_failure_is_told_and_the_same_again_is_not() throws IOException {
        TroubleWatch watch = at(SUNDAY, Repeat.DAILY);

        assertThat(watch.course(AWAY)).contains(Course.USUAL);
        watch.told(AWAY, Arrival.ARRIVED);

        assertThat(watch.course(AWAY)).isEmpty();
    }

    @Test
    void another_failure_is_told_with_when_it_all_began() throws IOException {
        at(SUNDAY, Repeat.NEVER).told(AWAY, Arrival.ARRIVED);

        assertThat(at(MONDAY, Repeat.NEVER).course(FULL)).contains(new Course(Turn.STILL_WRONG, SUNDAY, 1));
    }

    @Test
    void the_same_is_told_again_on_another_day_unless_never_or_always() throws IOException {
        at(SUNDAY, Repeat.DAILY).told(AWAY, Arrival.ARRIVED);

        assertThat(at(MONDAY, Repeat.DAILY).course(AWAY)).contains(new Course(Turn.STILL_WRONG, SUNDAY, 1));
        assertThat(at(MONDAY, Repeat.NEVER).course(AWAY)).isEmpty();
        assertThat(at(SUNDAY, Repeat.ALWAYS).course(AWAY)).contains(new Course(Turn.STILL_WRONG, SUNDAY, 1));
    }

    @Test
    void that_it_works_again_is_told_once() throws IOException {
        at(SUNDAY, Repeat.DAILY).told(AWAY, Arrival.ARRIVED);
        TroubleWatch watch = at(MONDAY, Repeat.DAILY);

        assertThat(watch.course(WELL)).contains(new Course(Turn.RECOVERED, SUNDAY, 1));
        watch.told(WELL, Arrival.ARRIVED);

        assertThat(watch.course(WELL)).contains(Course.USUAL);
        assertThat(watch.course(AWAY)).contains(Course.USUAL);
    }

    @Test
    void what_reached_nobody_is_told_until_it_does() throws IOException {
        TroubleWatch watch = at(SUNDAY, Repeat.NEVER);
        watch.told(AWAY, Arrival.LOST);

        assertThat(watch.course(AWAY)).contains(new Course(Turn.STILL_WRONG, SUNDAY, 1));
        watch.told(AWAY, Arrival.ARRIVED);
        watch.told(WELL, Arrival.LOST);

        assertThat(watch.course(WELL)).contains(new Course(Turn.RECOVERED, SUNDAY, 1));
    }

    private TroubleWatch at(Instant now, Repeat repeat) {
        TroubleMemory memory = TroubleMemory.of(folder, folder.resolve("job.yaml"));
        return new TroubleWatch(memory, repeat, Clock.fixed(now, ZoneOffset.UTC));
    }
}
