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
 * @param output whether its JSON has to say whose it is
 * @param journal empty for a trial
 */
record JobEnd(JobFile job, Output output, Optional<Journal> journal, Clock clock, Console console) {

    /** How many JSON objects there are. */
    enum Output {
        /** That of the command which the job stands for. */
        ONE_OBJECT,
        /** A line for each run, with the job's file in {@code jobFile}. */
        ONE_A_RUN
    }

    ExitCode tell(JobOutcome outcome, ObjectNode json, ExitCode exit) {
        if (exit != ExitCode.USAGE) {
            if (output == Output.ONE_A_RUN) {
                json.put("jobFile", job.file().toAbsolutePath().normalize().toString());
            }
            console.json(json.toString());
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
