package io.almoner.jobfile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.scheduling.support.CronExpression;

/** Reads the {@code schedule} of a job file. */
final class ScheduleReader {

    static final List<String> WORDS = List.of("cron", "zone");

    private static final int FIELDS = 5;

    private final Problems problems;

    ScheduleReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Schedule> read(Section section) {
        section.allow(WORDS);
        section.require("cron", "five fields such as \"0 6 * * 1\" (Mondays at six)");
        ZoneId zone = section.text("zone").flatMap(this::zone).orElse(ZoneOffset.UTC);
        return section.text("cron").flatMap(this::cron).map(cron -> new Schedule(cron, zone));
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
        return Optional.of(text.value());
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
