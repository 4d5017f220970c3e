package io.almoner.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.cli.TroubleWatch.Arrival;
import io.almoner.jobs.ExitCode;
import io.almoner.mail.Delivery;
import io.almoner.mail.News.Course;
import io.almoner.returns.RowCounts;

/** Sends a job's mails and tells the console or a script what became of each. */
final class MailEpilogue {

    private final JobMail mail;
    private final Optional<TroubleWatch> watch;
    private final Console console;
    private boolean everyMailArrived = true;

    /** @param watch remembers of what people were told; empty when nothing is sent */
    MailEpilogue(JobMail mail, Optional<TroubleWatch> watch, Console console) {
        this.mail = mail;
        this.watch = watch;
        this.console = console;
    }

    /** The mail that is ordered. */
    JobMail mail() {
        return mail;
    }

    /** Tells those who get all of it, unless they know it already. */
    List<ObjectNode> tellEverybody(JobOutcome outcome, JobMail.Audience audience) {
        Optional<String> trouble = outcome.trouble();
        Optional<Course> course =
                watch.map(watching -> watching.course(trouble)).orElse(Optional.of(Course.USUAL));
        if (course.isEmpty()) {
            console.note("No mail: people were told of this failure before.");
            return List.of(json().put("status", "known"));
        }
        List<ObjectNode> told = sent(() -> mail.tell(outcome, audience, course.get()));
        watch.ifPresent(watching -> remember(watching, trouble));
        return told;
    }

    /** Tells those of one organisation how what was done for it alone ended. */
    List<ObjectNode> tell(JobOutcome outcome, JobMail.Audience audience) {
        return sent(() -> mail.tell(outcome, audience, Course.USUAL));
    }

    /** Tells those of one organisation which of the rows were theirs. */
    List<ObjectNode> tellShare(JobOutcome outcome, RowCounts rows, JobMail.Audience audience) {
        return sent(() -> mail.tellShare(outcome, rows, audience));
    }

    @FunctionalInterface
    private interface Telling {
        List<JobMail.Told> tell() throws IOException;
    }

    private List<ObjectNode> sent(Telling telling) {
        try {
            return telling.tell().stream()
                    .flatMap(told -> described(told).stream())
                    .toList();
        } catch (IOException e) {
            everyMailArrived = false;
            console.error("The mail can neither be sent nor kept (" + e.getMessage() + ").");
            console.beneath(e);
            return List.of(json().put("status", "lost"));
        }
    }

    private void remember(TroubleWatch watching, Optional<String> trouble) {
        try {
            watching.told(trouble, everyMailArrived ? Arrival.ARRIVED : Arrival.LOST);
        } catch (IOException e) {
            console.error(
                    "It cannot be remembered what people were told (" + e.getMessage() + "). They may be told again.");
            console.beneath(e);
        }
    }

    /** The job's exit code after its mails: one that nobody gets is a failure, unless there is a worse one. */
    ExitCode exit(JobOutcome outcome) {
        return everyMailArrived || outcome.exit() != ExitCode.DONE ? outcome.exit() : ExitCode.FAILED;
    }

    private Optional<ObjectNode> described(JobMail.Told told) {
        ObjectNode json = json();
        Delivery delivery = told.delivery();
        if (delivery instanceof Delivery.Rehearsed rehearsed) {
            console.result("%-9s would go to %s: %s"
                    .formatted("mail", String.join(", ", rehearsed.to()), Console.plain(rehearsed.subject())));
            return Optional.empty();
        } else if (delivery instanceof Delivery.Sent sent) {
            console.result("%-9s sent by %s".formatted("mail", sent.server()));
            json.put("status", "sent");
        } else if (delivery instanceof Delivery.Kept kept) {
            console.result("%-9s %s".formatted("mail", kept.file()));
            json.put("status", "kept").put("file", kept.file().toString());
        } else if (delivery instanceof Delivery.Undelivered undelivered) {
            everyMailArrived = false;
            console.error(
                    "The mail was not taken (" + undelivered.reason() + "). It lies in " + undelivered.file() + ".");
            json.put("status", "undelivered").put("file", undelivered.file().toString());
        }
        return Optional.of(placed(json, told));
    }

    private static ObjectNode placed(ObjectNode json, JobMail.Told told) {
        String organisation = told.audience().organisation();
        json.put("language", told.language());
        return organisation == null ? json : json.put("organisation", organisation);
    }

    private static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }
}
