package io.almoner.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.jobfile.Schedule;
import io.almoner.jobfile.Schedule.Missed;
import io.almoner.schedule.Due.Punctuality;

/**
 * What is to be run and when: one job at a time, in the order in which their times came, none twice in the queue.
 *
 * <pre>
 * agenda.add(job, timetable, attended);
 * agenda.look(now);                    // every moment: what has come due joins the queue
 * agenda.begin(now).ifPresent(due -> { // nothing, while another job is at work
 *     run(due.job());
 *     agenda.end();
 * });
 * </pre>
 *
 * Safe for use by several threads.
 */
public final class Agenda {

    private final Duration tolerance;
    private final Map<Path, Entry> entries = new LinkedHashMap<>();
    private final List<Waiting> queue = new ArrayList<>();
    private @Nullable Entry running;

    /** @param tolerance how long after its time a job may be noticed without having missed it */
    public Agenda(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** What is known of a job: none of its times up to the attended one is open. */
    private static final class Entry {
        private final Path job;
        private Timetable timetable;
        private Instant attended;

        private Entry(Path job, Timetable timetable, Instant attended) {
            this.job = job;
            this.timetable = timetable;
            this.attended = attended;
        }
    }

    /** @param since when it joined the queue */
    private record Waiting(Entry entry, Due due, Instant since) {

        private boolean isGivenUp() {
            return due.punctuality() == Punctuality.GIVEN_UP;
        }
    }

    /**
     * Takes a job in, or gives it other times.
     *
     * @param attended the moment up to which none of its times is open
     */
    public synchronized void add(Path job, Timetable timetable, Instant attended) {
        Entry entry = entries.computeIfAbsent(job, file -> new Entry(file, timetable, attended));
        entry.timetable = timetable;
        entry.attended = attended;
        queue.removeIf(waiting -> waiting.entry() == entry);
    }

    /** Lets a job go; one that is at work comes to its end. */
    public synchronized void remove(Path job) {
        queue.removeIf(waiting -> waiting.entry().job.equals(job));
        entries.remove(job);
    }

    /** Puts what has come due into the queue; gives the times for which nothing is run. */
    public synchronized List<Due> look(Instant now) {
        List<Waiting> all = entries.values().stream()
                .filter(entry -> entry != running && !isWaiting(entry))
                .flatMap(entry -> due(entry, now).stream().map(due -> new Waiting(entry, due, now)))
                .sorted(Comparator.comparing(waiting -> waiting.due().last()))
                .toList();
        all.forEach(waiting -> waiting.entry().attended = waiting.due().last().toInstant());
        all.stream().filter(waiting -> !waiting.isGivenUp()).forEach(queue::add);
        return all.stream().filter(Waiting::isGivenUp).map(Waiting::due).toList();
    }

    private boolean isWaiting(Entry entry) {
        return queue.stream().anyMatch(waiting -> waiting.entry() == entry);
    }

    private Optional<Due> due(Entry entry, Instant now) {
        ZonedDateTime first = entry.timetable.next(entry.attended);
        return entry.timetable
                .last(entry.attended, now)
                .map(last -> new Due(entry.job, first, last, punctuality(entry, last.toInstant(), now)));
    }

    private Punctuality punctuality(Entry entry, Instant last, Instant now) {
        if (!last.plus(tolerance).isBefore(now)) {
            return Punctuality.ON_TIME;
        }
        return entry.timetable.schedule().missed() == Missed.SKIP ? Punctuality.GIVEN_UP : Punctuality.MADE_UP;
    }

    /** The job that begins now, and settles what came due while it waited; empty while another is at work, or none waits. */
    public synchronized Optional<Due> begin(Instant now) {
        if (running != null || queue.isEmpty()) {
            return Optional.empty();
        }
        Waiting first = queue.remove(0);
        Entry entry = first.entry();
        entry.timetable.last(entry.attended, now).ifPresent(last -> entry.attended = last.toInstant());
        running = entry;
        return Optional.of(first.due());
    }

    /** The job at work has come to its end; gives the moment up to which none of its times is open. */
    public synchronized Instant end() {
        Entry ended = running;
        if (ended == null) {
            throw new IllegalStateException("no job is at work");
        }
        running = null;
        return ended.attended;
    }

    /** Those that have waited longer than is usual. */
    public synchronized List<Due> overdue(Instant now, Duration usual) {
        return queue.stream()
                .filter(waiting -> waiting.since().plus(usual).isBefore(now))
                .map(Waiting::due)
                .toList();
    }

    /** The one that is at work. */
    public synchronized Optional<Path> running() {
        return Optional.ofNullable(running).map(entry -> entry.job);
    }

    /** By which schedule a job is run; empty for one that is not on the agenda. */
    public synchronized Optional<Schedule> schedule(Path job) {
        return Optional.ofNullable(entries.get(job)).map(entry -> entry.timetable.schedule());
    }

    /** When a job comes next; empty for one that is not on the agenda. */
    public synchronized Optional<ZonedDateTime> next(Path job) {
        return Optional.ofNullable(entries.get(job)).map(entry -> entry.timetable.next(entry.attended));
    }
}
