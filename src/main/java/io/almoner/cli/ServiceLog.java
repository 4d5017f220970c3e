package io.almoner.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import io.almoner.jobs.ExitCode;
import io.almoner.schedule.Due;

/** What the service tells of itself: a line for each event, none of them wrapped, for it is read in a journal. */
final class ServiceLog {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm ", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Console console;

    ServiceLog(Console console) {
        this.console = console;
    }

    /** A time as people write it, by the clock of its zone. */
    static String words(ZonedDateTime time) {
        String zone =
                time.getZone().equals(ZoneOffset.UTC) ? "UTC" : time.getZone().getId();
        return MINUTE.format(time) + zone;
    }

    /** A moment as people write it, UTC. */
    static String words(Instant moment) {
        return SECOND.format(moment);
    }

    void comesNext(Path job, Optional<ZonedDateTime> time) {
        line("next", job, time.map(ServiceLog::words).orElse("never: it has no schedule"));
    }

    void leftAside(Path job) {
        line("left", job, "it has no schedule");
    }

    void hasChanged(Path job) {
        line("changed", job, "it was read again");
    }

    void isBroken(Path job, String fault) {
        line("broken", job, fault);
    }

    void begins(Due due, Instant now) {
        String made = due.punctuality() == Due.Punctuality.MADE_UP ? ", missed" : "";
        ZonedDateTime begun = now.atZone(due.last().getZone());
        boolean isOnTime = words(begun).equals(words(due.last()));
        line("begin", due.job(), words(begun) + (isOnTime ? "" : ", due " + words(due.last()) + made));
    }

    void ended(Path job, ExitCode exit, Duration time, Optional<ZonedDateTime> next) {
        String took = time.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .substring("PT".length())
                .toLowerCase(Locale.ROOT);
        line(
                "end",
                job,
                "exit " + exit.code() + " after " + took
                        + next.map(coming -> ", next " + words(coming)).orElse(""));
    }

    void line(String event, Path job, String text) {
        console.note(
                "%-8s %s  %s".formatted(event, Console.plain(job.getFileName().toString()), Console.plain(text)));
    }
}
