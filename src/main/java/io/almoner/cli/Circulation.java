package io.almoner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.databind.node.ArrayNode;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.Recipient;
import io.almoner.ledger.LedgerBusyException;
import io.almoner.ledger.LedgerUnavailableException;
import io.almoner.ledger.VaultException;
import io.almoner.returns.RowCounts;

/**
 * Sends to the people of each organisation what is theirs. Nobody gets what is another organisation's, because it never
 * stands in what is written for them: reports are written once more for each organisation alone, and of rows that were read
 * they are told the number of their own, and get no file.
 */
final class Circulation {

    private final JobFile job;
    private final JobCommand command;
    private final JobMail mail;
    private final MailEpilogue epilogue;
    private final Console console;

    Circulation(JobFile job, JobCommand command, MailEpilogue epilogue, Console console) {
        this.job = job;
        this.command = command;
        this.mail = epilogue.mail();
        this.epilogue = epilogue;
        this.console = console;
    }

    /** Who gets something, and the rows of each organisation, by OrgId. */
    private record Findings(SortedMap<String, List<Recipient>> recipients, SortedMap<String, RowCounts> shares) {}

    /**
     * Goes through the organisations until one fails or the process is asked to stop.
     *
     * @param whole what the job did for all of them together
     * @param told gets what became of each organisation's mail
     */
    Circulated run(JobOutcome whole, Persistence persistence, ArrayNode told) {
        if (job.job().readsRows() && whole.attempts().stream().anyMatch(Attempt::isDryRun)) {
            console.note("After a real run the people of each organisation would be told how many rows were theirs.");
            return new Circulated(List.of(), Optional.empty());
        }
        Findings found;
        try {
            found = lookUp(whole);
        } catch (LedgerBusyException | LedgerUnavailableException | VaultException e) {
            Failure failure = Failure.of(e);
            console.error(failure.sentence());
            return new Circulated(List.of(), Optional.of(failure));
        }
        if (!job.job().readsRows()) {
            return new Circulated(reports(found.recipients(), persistence, told), Optional.empty());
        }
        found.shares().forEach((organisation, rows) -> {
            List<Recipient> to = found.recipients().getOrDefault(organisation, List.of());
            if (!to.isEmpty()) {
                epilogue.tellShare(whole, rows, mail.of(organisation, to)).forEach(told::add);
            }
        });
        return new Circulated(List.of(), Optional.empty());
    }

    private Findings lookUp(JobOutcome whole) {
        // closed before the commands of the organisations open it themselves
        try (Session session = Session.open(command.ledger(), Session.Use.READING)) {
            return new Findings(
                    new PartRecipients(session.access().ledger()).of(mail.parts(), command.organisation()),
                    job.job().readsRows()
                            ? new OrganisationShares(session.access(), command.organisation()).of(whole.attempts())
                            : new TreeMap<>());
        }
    }

    private List<Attempt> reports(
            SortedMap<String, List<Recipient>> recipients, Persistence persistence, ArrayNode told) {
        List<Attempt> attempts = new ArrayList<>();
        for (Map.Entry<String, List<Recipient>> entry : recipients.entrySet()) {
            if (entry.getValue().isEmpty()) {
                console.note("Nobody is told about " + Console.plain(entry.getKey())
                        + ": nobody there has the role, or the ledger does not have it.");
                told.addObject().put("organisation", entry.getKey()).put("status", "nobody");
                continue;
            }
            List<Attempt> own = written(entry.getKey(), entry.getValue(), persistence);
            attempts.addAll(own);
            if (own.stream().anyMatch(Attempt::wentWrong) || Interruption.isUnderWay()) {
                break; // those who run the job are told, not those who read reports
            }
            epilogue.tell(JobOutcome.of(job, own), mail.of(entry.getKey(), entry.getValue()))
                    .forEach(told::add);
        }
        return attempts;
    }

    /** The reports of one organisation, in the languages of its people. */
    private List<Attempt> written(String organisation, List<Recipient> to, Persistence persistence) {
        return to.stream()
                .flatMap(recipient -> command.languages().of(recipient).stream())
                .distinct()
                .map(language -> persistence.run(() -> command.runFor(organisation, language)))
                .toList();
    }
}
