package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import io.almoner.jobfile.Schedule;
import io.almoner.jobs.ExitCode;
import io.almoner.schedule.Agenda;
import io.almoner.schedule.Due;
import io.almoner.schedule.Timetable;

/**
 * The jobs of a folder, each run at its own times. Somebody calls {@link #look} every moment; what has come due is then run
 * by the worker, one job at a time.
 */
final class JobService {

    /** Looks come every second; whoever notices a time later than this was down or asleep. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Map<Path, ScheduledFile> files = new LinkedHashMap<>();
    private final JobRuns runs;
    private final Journal journal;
    private final Duration patience;
    private final Executor worker;
    private final ServiceLog log;
    private final Agenda agenda = new Agenda(TOLERANCE);
    private final Set<Due> toldLate = new HashSet<>();
    private final ServiceHealth health;
    private volatile boolean stopped;

    /**
     * @param home of all jobs
     * @param patience how long a job may wait for another until somebody is told
     * @param worker runs what it is given, on another thread
     */
    JobService(List<ScheduledFile> all, JobRuns runs, Path home, Duration patience, Executor worker) {
        all.forEach(file -> files.put(file.file(), file));
        this.runs = runs;
        this.journal = runs.journal(home);
        this.patience = patience;
        this.worker = worker;
        this.log = new ServiceLog(runs.console());
        this.health = new ServiceHealth(files.values(), agenda, journal, patience, runs.clock());
    }

    /** How it fares. */
    ServiceHealth health() {
        return health;
    }

    private Clock clock() {
        return runs.clock();
    }

    /** Puts all jobs on the agenda. A new one does not run its past. */
    void begin() {
        Instant now = clock().instant();
        files.values().forEach(file -> {
            Instant attended = journal.of(file.file()).attended();
            schedule(file, attended == null ? now : attended);
        });
    }

    private void schedule(ScheduledFile file, Instant attended) {
        Schedule schedule = file.job().schedule();
        if (schedule == null) {
            agenda.remove(file.file());
        } else {
            agenda.add(file.file(), new Timetable(schedule), attended);
        }
        noteTimes(file.file(), attended);
        log.comesNext(file.file(), agenda.next(file.file()));
    }

    private void noteTimes(Path job, Instant attended) {
        @Nullable Instant next = agenda.next(job).map(time -> time.toInstant()).orElse(null);
        journal.note(job, record -> record.attendedTo(attended).comingNext(next));
    }

    /** Lets no further job begin. */
    void stop() {
        stopped = true;
    }

    /** Looks at the clock and at the files: begins what has come due, if nothing is at work. */
    void look() {
        Instant now = clock().instant();
        health.looked(now);
        if (stopped) {
            return;
        }
        files.values().stream().filter(ScheduledFile::readsAgain).forEach(file -> changed(file, now));
        agenda.look(now).forEach(this::giveUp);
        agenda.begin(now).ifPresent(due -> worker.execute(() -> run(due)));
        agenda.overdue(now, patience).stream().filter(toldLate::add).forEach(this::warn);
    }

    private void changed(ScheduledFile file, Instant now) {
        Optional<String> fault = file.fault();
        fault.ifPresentOrElse(wrong -> log.isBroken(file.file(), wrong), () -> log.hasChanged(file.file()));
        boolean isOther = !agenda.schedule(file.file())
                .equals(Optional.ofNullable(file.job().schedule()));
        if (fault.isEmpty() && isOther) {
            schedule(file, now);
        }
    }

    private void giveUp(Due due) {
        log.line("missed", due.job(), missed(due));
        refuse(due, new Failure(ExitCode.STOPPED_BY_SAFETY, missed(due) + " It is not made up, as the job file says."));
        noteTimes(due.job(), due.last().toInstant());
    }

    private void warn(Due due) {
        String obstacle = agenda.running()
                .map(job -> " " + job.getFileName() + " is still at work.")
                .orElse("");
        String sentence = "The run that was due " + ServiceLog.words(due.last()) + " has not begun." + obstacle;
        log.line("late", due.job(), sentence);
        try {
            ready(due, List.of()).warn(new Failure(ExitCode.STOPPED_BY_SAFETY, sentence));
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static String missed(Due due) {
        return due.first().isBefore(due.last())
                ? "The runs that were due from " + ServiceLog.words(due.first()) + " to " + ServiceLog.words(due.last())
                        + " were missed."
                : "The run that was due " + ServiceLog.words(due.last()) + " was missed.";
    }

    private void run(Due due) {
        Instant begun = clock().instant();
        log.begins(due, begun);
        ExitCode exit = ExitCode.FAILED;
        try {
            exit = exit(due);
        } finally { // not even an error of the machine may keep the other jobs from their turn
            end(due, exit, begun);
        }
    }

    private void end(Due due, ExitCode exit, Instant begun) {
        Instant attended = agenda.end();
        if (exit != ExitCode.INTERRUPTED && !Interruption.isUnderWay()) {
            noteTimes(due.job(), attended); // otherwise it goes on when the service is started again
        }
        log.ended(due.job(), exit, Duration.between(begun, clock().instant()), agenda.next(due.job()));
    }

    private ExitCode exit(Due due) {
        Optional<String> fault = file(due).fault();
        if (fault.isPresent()) {
            return refuse(due, new Failure(ExitCode.USAGE, fault.get()));
        }
        try {
            List<String> remarks = due.hasMissed() ? List.of(missed(due) + " This run makes up for it.") : List.of();
            return ready(due, remarks).run();
        } catch (RuntimeException e) {
            failed(e);
            return refuse(due, Failure.of(e));
        }
    }

    private ExitCode refuse(Due due, Failure why) {
        try {
            return ready(due, List.of()).refuse(why);
        } catch (RuntimeException e) {
            failed(e);
            return why.exit();
        }
    }

    private void failed(RuntimeException e) {
        runs.console().error(Failure.of(e).sentence());
        runs.console().beneath(e);
    }

    private JobRun ready(Due due, List<String> remarks) {
        return runs.of(file(due).job(), Map.of(), remarks);
    }

    private ScheduledFile file(Due due) {
        return Objects.requireNonNull(files.get(due.job()));
    }
}
