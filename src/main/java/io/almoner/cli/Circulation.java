package io.almoner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.book.Role;
import io.almoner.jobfile.JobFile;

/**
 * Writes a job's reports for each organisation alone and sends them to those who hold a role there. Nobody gets what is
 * another organisation's, because it never stands in what is written for them.
 */
final class Circulation {

    private final JobCommand command;
    private final JobMail mail;
    private final MailEpilogue epilogue;
    private final Console console;

    Circulation(JobCommand command, JobMail mail, MailEpilogue epilogue, Console console) {
        this.command = command;
        this.mail = mail;
        this.epilogue = epilogue;
        this.console = console;
    }

    /**
     * Goes through the organisations until one fails or the process is asked to stop.
     *
     * @param role whose holders are told
     * @param told gets what became of each organisation's mail
     * @return the runs
     */
    List<Attempt> run(JobFile job, Role role, ArrayNode told) {
        List<Attempt> attempts = new ArrayList<>();
        for (Map.Entry<String, List<String>> holders : holders(role).entrySet()) {
            String organisation = holders.getKey();
            if (holders.getValue().isEmpty()) {
                console.note(
                        "Nobody is told about " + Console.plain(organisation) + ": it has no " + role.label() + ".");
                told.addObject().put("organisation", organisation).put("status", "nobody");
                continue;
            }
            Attempt attempt = command.runFor(organisation);
            attempts.add(attempt);
            tell(job, attempt, mail.of(organisation, holders.getValue()))
                    .ifPresent(answer -> told.add(answer.put("organisation", organisation)));
            if (!attempt.letsOthersBegin() || Interruption.isUnderWay()) {
                break;
            }
        }
        return attempts;
    }

    private Optional<ObjectNode> tell(JobFile job, Attempt attempt, JobMail.Audience audience) {
        return epilogue.tell(new JobOutcome(job, List.of(attempt), Map.of(), Optional.empty()), audience);
    }

    private SortedMap<String, List<String>> holders(Role role) {
        try (Session session = Session.open(command.ledger(), Session.Use.READING)) {
            return new RoleHolders(session.access().ledger()).of(role, command.organisation());
        }
    }
}
