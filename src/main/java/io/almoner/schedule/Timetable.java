package io.almoner.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

import io.almoner.jobfile.Schedule;

/**
 * The times of a schedule, one after the other.
 *
 * <p>Where a clock changes, jobs of fixed hours keep to one run for each time that people read on it: a time that is left
 * out in spring comes when the clock has jumped, one that comes twice in autumn counts the first time. A job of every hour
 * goes on by the hours that pass.
 */
public final class Timetable {

    private static final Pattern EVERY_HOUR = Pattern.compile("\\S+ +\\* ");

    private final Schedule schedule;
    private final CronExpression expression;

    /** The times of that schedule. */
    public Timetable(Schedule schedule) {
        this.schedule = schedule;
        this.expression = CronExpression.parse("0 " + schedule.cron());
    }

    /** The schedule. */
    public Schedule schedule() {
        return schedule;
    }

    /** The first time after a moment. */
    public ZonedDateTime next(Instant after) {
        ZonedDateTime moment = after.atZone(schedule.zone());
        return EVERY_HOUR.matcher(schedule.cron()).lookingAt()
                ? existing(expression.next(moment))
                : nextOnTheClock(moment);
    }

    private ZonedDateTime nextOnTheClock(ZonedDateTime moment) {
        ZonedDateTime time;
        LocalDateTime read = moment.toLocalDateTime();
        do {
            read = existing(expression.next(read));
            time = onTheClock(read);
        } while (!time.isAfter(moment));
        return time;
    }

    private ZonedDateTime onTheClock(LocalDateTime read) {
        ZoneOffsetTransition jump = schedule.zone().getRules().getTransition(read);
        return jump != null && jump.isGap() ? jump.getInstant().atZone(schedule.zone()) : read.atZone(schedule.zone());
    }

    private static <T> T existing(@Nullable T time) {
        if (time == null) {
            throw new IllegalStateException("a schedule that never comes was let in");
        }
        return time;
    }

    /** The last time after a moment and not after another; empty when there is none. */
    Optional<ZonedDateTime> last(Instant after, Instant until) {
        Duration span = Duration.ofHours(1);
        Instant from;
        do {
            from = until.minus(span).isAfter(after) ? until.minus(span) : after;
            span = span.multipliedBy(2);
        } while (from.isAfter(after) && next(from).toInstant().isAfter(until));
        Optional<ZonedDateTime> last = Optional.empty();
        for (ZonedDateTime time = next(from); !time.toInstant().isAfter(until); time = next(time.toInstant())) {
            last = Optional.of(time);
        }
        return last;
    }
}
