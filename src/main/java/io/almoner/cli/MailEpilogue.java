package io.almoner.cli;

import java.io.IOException;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import io.almoner.jobs.ExitCode;
import io.almoner.mail.Delivery;

/** Sends a job's mail and tells the console or a script what became of it. */
final class MailEpilogue {

    private final JobMail mail;
    private final Console console;

    MailEpilogue(JobMail mail, Console console) {
        this.mail = mail;
        this.console = console;
    }

    /**
     * Tells.
     *
     * @param json gets what became of the mail
     * @return the exit code of the job: a mail that nobody gets is a failure, unless there is a worse one
     */
    ExitCode tell(JobOutcome outcome, ObjectNode json) {
        Optional<Delivery> delivery;
        try {
            delivery = mail.tell(outcome);
        } catch (IOException e) {
            console.error("The mail can neither be sent nor kept (" + e.getMessage() + ").");
            console.beneath(e);
            json.putObject("mail").put("status", "lost");
            return unlessWorse(outcome.exit());
        }
        return delivery.map(known -> tell(known, outcome, json)).orElseGet(outcome::exit);
    }

    private ExitCode tell(Delivery delivery, JobOutcome outcome, ObjectNode json) {
        ObjectNode told = json.putObject("mail");
        if (delivery instanceof Delivery.Sent sent) {
            told.put("status", "sent");
            console.result("%-9s sent by %s".formatted("mail", sent.server()));
        } else if (delivery instanceof Delivery.Kept kept) {
            told.put("status", "kept").put("file", kept.file().toString());
            console.result("%-9s %s".formatted("mail", kept.file()));
        } else if (delivery instanceof Delivery.Undelivered undelivered) {
            told.put("status", "undelivered").put("file", undelivered.file().toString());
            console.error(
                    "The mail was not taken (" + undelivered.reason() + "). It lies in " + undelivered.file() + ".");
            return unlessWorse(outcome.exit());
        }
        return outcome.exit();
    }

    private static ExitCode unlessWorse(ExitCode exit) {
        return exit == ExitCode.DONE ? ExitCode.FAILED : exit;
    }
}
