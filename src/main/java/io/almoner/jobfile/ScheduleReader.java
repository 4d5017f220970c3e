package io.almoner.jobfile;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.scheduling.support.CronExpression;

import io.almoner.jobfile.Schedule.Missed;

/** Reads the {@code schedule} of a job file. */
final class ScheduleReader {

    static final List<String> WORDS = List.of("cron", "zone", "missed");

    private static final int FIELDS = 5;
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Problems problems;

    ScheduleReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Schedule> read(Section section) {
        section.allow(WORDS);
        section.require("cron", "five fields such as \"0 6 * * 1\" (Mondays at six)");
        ZoneId zone = section.text("zone").flatMap(this::zone).orElse(ZoneOffset.UTC);
        Missed missed = section.text("missed").flatMap(this::missed).orElse(Missed.RUN_ONCE);
        return section.text("cron").flatMap(this::cron).map(cron -> new Schedule(cron, zone, missed));
    }

    private Optional<String> cron(Section.Text text) {
        int fields = text.value().split(" +").length;
        if (fields != FIELDS || !CronExpression.isValidExpression("0 " + text.value())) {
            problems.add(
                    text.place(),
                    "cron cannot be " + text.value()
                            + ". Expected: minute, hour, day of the month, month, day of the week, as in"
                            + " \"0 6 * * 1\" (Mondays at six).");
            return Optional.empty();
        }
        if (CronExpression.parse("0 " + text.value()).next(ANY_TIME) == null) {
            problems.add(text.place(), "cron cannot be " + text.value() + ": there is no such day in any year.");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    private Optional<Missed> missed(Section.Text text) {
        Optional<Missed> known = Stream.of(Missed.values())
                .filter(missed -> word(missed).equals(text.value()))
                .findFirst();
        if (known.isEmpty()) {
            List<String> words =
                    Stream.of(Missed.values()).map(ScheduleReader::word).toList();
            problems.add(text.place(), "missed cannot be " + text.value() + ". " + Words.expected(text.value(), words));
        }
        return known;
    }

    private static String word(Missed missed) {
        return missed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<ZoneId> zone(Section.Text text) {
        try {
            return Optional.of(ZoneId.of(text.value()));
        } catch (DateTimeException e) {
            problems.add(
                    text.place(),
                    "zone cannot be " + text.value() + ". Expected: a name such as Europe/Berlin or UTC.");
            return Optional.empty();
        }
    }
}
