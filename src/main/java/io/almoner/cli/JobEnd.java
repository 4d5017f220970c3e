package io.almoner.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.Schedule;
import io.almoner.jobs.ExitCode;
import io.almoner.metrics.JobRecord.Ending;
import io.almoner.schedule.Timetable;

/**
 * The end of a job's run: its JSON, and its entry in the journal.
 *
 * @param journal empty for a trial
 */
record JobEnd(JobFile job, Optional<Journal> journal, Clock clock, Console console) {

    ExitCode tell(JobOutcome outcome, ObjectNode json, ExitCode exit) {
        if (exit != ExitCode.USAGE) {
            console.json(
                    json.put("jobFile", job.file().toAbsolutePath().normalize().toString())
                            .toString());
        }
        Instant now = clock.instant();
        Ending ending = new Ending(now, json.path("status").asString(""), exit.code(), outcome.rows());
        journal.ifPresent(
                noting -> noting.note(job.file(), record -> record.ended(ending).comingNext(next(now))));
        return exit;
    }

    private @Nullable Instant next(Instant now) {
        Schedule schedule = job.schedule();
        return schedule == null ? null : new Timetable(schedule).next(now).toInstant();
    }
}
