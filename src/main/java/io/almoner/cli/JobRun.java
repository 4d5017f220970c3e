package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.almoner.jobfile.Inbox;
import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.SourceFolderException;
import io.almoner.jobs.ExitCode;

/** A job file at work: its command, once, or once for each file of an inbox. */
final class JobRun {

    private final JobFile job;
    private final JobCommand command;
    private final Console console;

    JobRun(JobFile job, JobCommand command, Console console) {
        this.job = job;
        this.command = command;
        this.console = console;
    }

    /** Runs to the end, tells how it ended and gives the exit code. */
    ExitCode run() {
        List<List<Path>> batches;
        try {
            batches = job.batches();
        } catch (SourceFolderException e) {
            Failure failure = Failure.of(e);
            console.error(failure.sentence());
            console.json(failure.json(job.job().word()));
            return failure.exit();
        }
        JobOutcome outcome = run(batches);
        if (outcome.exit() == ExitCode.USAGE) {
            console.note("The job file says so at " + job.file() + ":" + job.place() + " or below its options.");
            return ExitCode.USAGE;
        }
        outcome.nothingToRead().forEach(console::result);
        console.json(outcome.json());
        return outcome.exit();
    }

    private JobOutcome run(List<List<Path>> batches) {
        List<Attempt> attempts = new ArrayList<>();
        Map<Path, Path> moved = new LinkedHashMap<>();
        Optional<String> trouble = Optional.empty();
        for (List<Path> files : batches) {
            Attempt attempt = command.run(files);
            attempts.add(attempt);
            trouble = settle(attempt, moved);
            if (!attempt.letsOthersBegin() || trouble.isPresent() || Interruption.isUnderWay()) {
                break;
            }
        }
        return new JobOutcome(job, attempts, moved, trouble);
    }

    /** Moves the file of an inbox; tells what went wrong with that, if anything did. */
    private Optional<String> settle(Attempt attempt, Map<Path, Path> moved) {
        if (job.inbox().isEmpty() || job.inbox().get().moves() == null) {
            return Optional.empty();
        }
        Path file = attempt.files().get(0);
        try {
            Optional<Path> target = new InboxMoves(new Inbox(job.inbox().get().moves())).after(attempt);
            target.ifPresentOrElse(
                    path -> {
                        moved.put(file, path);
                        console.result("%-9s %s".formatted("moved", path));
                    },
                    () -> console.note("It stays in the inbox: " + Console.plain(file.toString())));
            return Optional.empty();
        } catch (IOException e) {
            String trouble =
                    file + " was processed, but cannot be moved: " + e + ". Processed again, it changes nothing.";
            console.error(trouble);
            return Optional.of(trouble);
        }
    }
}
