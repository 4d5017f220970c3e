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

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.SourceFolderException;
import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobs.ExitCode;

/** A job file at work: its command, once, or once for each file of an inbox and each language; then the mail. */
final class JobRun {

    private final JobFile job;
    private final JobCommand command;
    private final Optional<MailEpilogue> mail;
    private final Persistence persistence;
    private final JobEnd end;
    private final List<String> remarks;
    private final Console console;

    /** @param remarks what is to be said of this run besides */
    JobRun(
            JobFile job,
            JobCommand command,
            Optional<MailEpilogue> mail,
            Persistence persistence,
            JobEnd end,
            List<String> remarks) {
        this.job = job;
        this.command = command;
        this.mail = mail;
        this.persistence = persistence;
        this.end = end;
        this.remarks = remarks;
        this.console = end.console();
    }

    /** Runs to the end, tells how it ended and gives the exit code. */
    ExitCode run() {
        JobOutcome outcome = (isWantedWhole() ? outcome() : JobOutcome.of(job, List.of())).remarking(remarks);
        if (outcome.exit() == ExitCode.USAGE) {
            console.note("That was asked for by " + job.file() + ":" + job.place() + ", or by its options.");
        }
        outcome.nothingToRead().forEach(console::result);
        return ended(outcome);
    }

    /** Does not run it, tells why not, and gives the exit code. */
    ExitCode refuse(Failure why) {
        return ended(JobOutcome.of(job, told(why)));
    }

    /** Tells, of a run that has not ended, that something is wrong with it. */
    void warn(Failure why) {
        JobOutcome outcome = JobOutcome.of(job, told(why));
        mail.ifPresent(epilogue ->
                epilogue.mail().everybody().ifPresent(audience -> epilogue.tellEverybody(outcome, audience)));
    }

    private ExitCode ended(JobOutcome outcome) {
        return mail.isPresent() && !Interruption.isUnderWay()
                ? tellByMail(mail.get(), outcome)
                : end.tell(outcome, outcome.summary(), outcome.exit());
    }

    /** False when reports are written for nobody but those who get the part of their own organisation. */
    private boolean isWantedWhole() {
        return job.job().readsRows()
                || mail.flatMap(told -> told.mail().everybody()).isPresent()
                || mail.isEmpty();
    }

    /** Those who run the job hear last, because what fails on the way to the others is theirs to know. */
    private ExitCode tellByMail(MailEpilogue epilogue, JobOutcome whole) {
        ArrayNode others = JsonMapper.shared().createArrayNode();
        JobOutcome outcome = epilogue.mail().parts().areWanted() && whole.letsOthersBegin()
                ? whole.with(new Circulation(job, command, epilogue, console).run(whole, persistence, others))
                : whole;
        List<ObjectNode> told = epilogue.mail()
                .everybody()
                .map(audience -> epilogue.tellEverybody(outcome, audience))
                .orElse(List.of());
        ObjectNode json = outcome.summary();
        told.stream().findFirst().ifPresent(answer -> json.set("mail", answer));
        told.stream().skip(1).forEach(others::add);
        if (epilogue.mail().parts().areWanted() || !others.isEmpty()) {
            json.set("mails", others);
        }
        return end.tell(outcome, json, epilogue.exit(outcome));
    }

    private JobOutcome outcome() {
        try {
            return run(job.batches());
        } catch (SourceFolderException e) {
            return JobOutcome.of(job, told(Failure.of(e)));
        }
    }

    private JobOutcome run(List<List<Path>> batches) {
        List<Attempt> attempts = new ArrayList<>();
        Map<Path, Path> moved = new LinkedHashMap<>();
        Optional<Failure> failure = Optional.empty();
        for (List<Path> files : batches) {
            for (String language : command.languages().all()) {
                Attempt attempt = persistence.run(() -> command.run(files, language));
                attempts.add(attempt);
                failure = job.inbox().flatMap(inbox -> settle(attempt, inbox, moved));
                if (!attempt.letsOthersBegin() || failure.isPresent() || Interruption.isUnderWay()) {
                    return new JobOutcome(job, attempts, List.of(), moved, failure, List.of());
                }
            }
        }
        return new JobOutcome(job, attempts, List.of(), moved, failure, List.of());
    }

    /** Moves the file of an inbox; tells what went wrong with that, if anything did. */
    private Optional<Failure> settle(Attempt attempt, Matching source, Map<Path, Path> moved) {
        Path file = attempt.files().get(0);
        InboxMoves moves = new InboxMoves(source);
        try {
            Optional<Path> target = moves.after(attempt);
            target.ifPresent(path -> {
                moved.put(file, path);
                console.result("%-9s %s".formatted("moved", path));
            });
            if (target.isEmpty()) {
                tellWhereItStays(file, moves.foreseen(attempt));
            }
            return Optional.empty();
        } catch (IOException e) {
            String sentence = file + " was processed, but cannot be moved ("
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "). Processed again, it changes nothing.";
            return Optional.of(told(new Failure(ExitCode.FAILED, sentence)));
        }
    }

    /** @param foreseen the folder to which it would have gone after a run that is no trial */
    private void tellWhereItStays(Path file, Optional<Path> foreseen) {
        console.note("It stays in the inbox: " + Console.plain(file.toString())
                + foreseen.map(folder -> ". Without --dry-run it would go to " + folder)
                        .orElse(""));
    }

    private Failure told(Failure failure) {
        console.error(failure.sentence());
        return failure;
    }
}
