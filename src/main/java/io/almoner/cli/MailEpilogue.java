package io.almoner.cli;

import java.io.IOException;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.jobs.ExitCode;
import io.almoner.mail.Delivery;

/** Sends a job's mails and tells the console or a script what became of each. */
final class MailEpilogue {

    private final JobMail mail;
    private final Console console;
    private boolean everyMailArrived = true;

    MailEpilogue(JobMail mail, Console console) {
        this.mail = mail;
        this.console = console;
    }

    /** Sends one and describes what became of it; empty when there was nothing to say. */
    Optional<ObjectNode> tell(JobOutcome outcome, JobMail.Audience audience) {
        try {
            return mail.tell(outcome, audience).map(this::described);
        } catch (IOException e) {
            everyMailArrived = false;
            console.error("The mail can neither be sent nor kept (" + e.getMessage() + ").");
            console.beneath(e);
            return Optional.of(json().put("status", "lost"));
        }
    }

    /** The job's exit code after its mails: one that nobody gets is a failure, unless there is a worse one. */
    ExitCode exit(JobOutcome outcome) {
        return everyMailArrived || outcome.exit() != ExitCode.DONE ? outcome.exit() : ExitCode.FAILED;
    }

    private ObjectNode described(Delivery delivery) {
        if (delivery instanceof Delivery.Sent sent) {
            console.result("%-9s sent by %s".formatted("mail", sent.server()));
            return json().put("status", "sent");
        }
        if (delivery instanceof Delivery.Undelivered undelivered) {
            everyMailArrived = false;
            console.error(
                    "The mail was not taken (" + undelivered.reason() + "). It lies in " + undelivered.file() + ".");
            return json().put("status", "undelivered")
                    .put("file", undelivered.file().toString());
        }
        String file = ((Delivery.Kept) delivery).file().toString();
        console.result("%-9s %s".formatted("mail", file));
        return json().put("status", "kept").put("file", file);
    }

    private static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }
}
