package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.book.Role;
import io.almoner.jobfile.Inbox;
import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.SourceFolderException;
import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobs.ExitCode;

/** A job file at work: its command, once, or once for each file of an inbox; then the mail. */
final class JobRun {

    private final JobFile job;
    private final JobCommand command;
    private final Optional<JobMail> mail;
    private final Console console;

    JobRun(JobFile job, JobCommand command, Optional<JobMail> mail, Console console) {
        this.job = job;
        this.command = command;
        this.mail = mail;
        this.console = console;
    }

    /** Runs to the end, tells how it ended and gives the exit code. */
    ExitCode run() {
        JobOutcome outcome = isWantedWhole() ? outcome() : JobOutcome.none(job);
        if (outcome.exit() == ExitCode.USAGE) {
            console.note("That was asked for by " + job.file() + ":" + job.place() + ", or by its options.");
        }
        outcome.nothingToRead().forEach(console::result);
        if (mail.isPresent() && !Interruption.isUnderWay()) {
            return tellByMail(mail.get(), outcome);
        }
        return end(outcome.summary(), outcome.exit());
    }

    /** False when there are only those who get the part of their own organisation. */
    private boolean isWantedWhole() {
        return mail.isEmpty() || mail.get().everybody().isPresent();
    }

    private ExitCode tellByMail(JobMail letters, JobOutcome whole) {
        MailEpilogue epilogue = new MailEpilogue(letters, console);
        Optional<ObjectNode> told = letters.everybody().flatMap(audience -> epilogue.tell(whole, audience));
        ArrayNode parts = JsonMapper.shared().createArrayNode();
        Role role = letters.role();
        JobOutcome outcome = role == null || !whole.letsOthersBegin()
                ? whole
                : whole.with(new Circulation(command, letters, epilogue, console).run(job, role, parts));
        ObjectNode json = outcome.summary();
        told.ifPresent(answer -> json.set("mail", answer));
        if (role != null) {
            json.set("mails", parts);
        }
        return end(json, epilogue.exit(outcome));
    }

    private ExitCode end(ObjectNode json, ExitCode exit) {
        if (exit != ExitCode.USAGE) {
            console.json(json.toString());
        }
        return exit;
    }

    private JobOutcome outcome() {
        try {
            return run(job.batches());
        } catch (SourceFolderException e) {
            return new JobOutcome(job, List.of(), Map.of(), Optional.of(told(Failure.of(e))));
        }
    }

    private JobOutcome run(List<List<Path>> batches) {
        List<Attempt> attempts = new ArrayList<>();
        Map<Path, Path> moved = new LinkedHashMap<>();
        Optional<Failure> failure = Optional.empty();
        for (List<Path> files : batches) {
            Attempt attempt = command.run(files);
            attempts.add(attempt);
            failure = job.inbox().flatMap(inbox -> settle(attempt, inbox, moved));
            if (!attempt.letsOthersBegin() || failure.isPresent() || Interruption.isUnderWay()) {
                break;
            }
        }
        return new JobOutcome(job, attempts, moved, failure);
    }

    /** Moves the file of an inbox; tells what went wrong with that, if anything did. */
    private Optional<Failure> settle(Attempt attempt, Matching source, Map<Path, Path> moved) {
        Path file = attempt.files().get(0);
        try {
            Optional<Path> target = new InboxMoves(new Inbox(source)).after(attempt);
            if (target.isPresent()) {
                moved.put(file, target.get());
                console.result("%-9s %s".formatted("moved", target.get()));
            } else {
                console.note("It stays in the inbox: " + Console.plain(file.toString()));
            }
            return Optional.empty();
        } catch (IOException e) {
            String sentence = file + " was processed, but cannot be moved ("
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "). Processed again, it changes nothing.";
            return Optional.of(told(new Failure(ExitCode.FAILED, sentence)));
        }
    }

    private Failure told(Failure failure) {
        console.error(failure.sentence());
        return failure;
    }
}
