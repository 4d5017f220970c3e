package io.almoner.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.jobfile.MailOrder.Repeat;
import io.almoner.mail.News.Course;
import io.almoner.mail.Trouble;
import io.almoner.mail.TroubleMemory;

/** Sees to it that people are told once of what goes wrong run after run, and once when it works again. */
final class TroubleWatch {

    private final TroubleMemory memory;
    private final Repeat repeat;
    private final Clock clock;

    TroubleWatch(TroubleMemory memory, Repeat repeat, Clock clock) {
        this.memory = memory;
        this.repeat = repeat;
        this.clock = clock;
    }

    /** What this end means after the former ones; empty when people know of it and are not to be told again. */
    Optional<Course> course(Optional<String> mark) {
        Trouble before = memory.trouble().orElse(null);
        if (before == null) {
            return Optional.of(Course.USUAL);
        }
        if (mark.isEmpty()) {
            return Optional.of(new Course(Course.Turn.RECOVERED, before.since(), 1));
        }
        boolean isKnown = before.mark().equals(mark.get()) && !isDueAgain(before.toldAt());
        return isKnown ? Optional.empty() : Optional.of(new Course(Course.Turn.STILL_WRONG, before.since(), 1));
    }

    private boolean isDueAgain(@Nullable Instant toldAt) {
        if (toldAt == null) {
            return true;
        }
        return switch (repeat) {
            case ALWAYS -> true;
            case NEVER -> false;
            case DAILY -> !day(toldAt).equals(day(clock.instant()));
        };
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * Remembers what people were told.
     *
     * @param arrival whether every mail reached the server, or the outbox that stands for one
     * @throws IOException when it cannot be remembered
     */
    void told(Optional<String> mark, Arrival arrival) throws IOException {
        Trouble before = memory.trouble().orElse(null);
        if (mark.isPresent()) {
            Instant now = clock.instant();
            memory.keep(new Trouble(
                    mark.get(), before == null ? now : before.since(), arrival == Arrival.ARRIVED ? now : null));
        } else if (before != null && arrival == Arrival.ARRIVED) {
            memory.forget();
        }
    }

    /** Whether mails came to where somebody reads them. */
    enum Arrival {
        ARRIVED,
        LOST
    }
}
