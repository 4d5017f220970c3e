package io.almoner.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.book.Benefit;
import io.almoner.book.Decision;
import io.almoner.book.Facts;
import io.almoner.book.Judge;
import io.almoner.book.Move;
import io.almoner.book.OrgBook;
import io.almoner.book.Wish.BenefitChoice;
import io.almoner.book.Wish.GetKeys;
import io.almoner.intake.Identified;
import io.almoner.ledger.BenefitPlace;
import io.almoner.ledger.Commit;
import io.almoner.ledger.Identifiers;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.RecordedChange;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.Tally;
import io.almoner.ledger.Vault;
import io.almoner.portal.Export;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary;

/**
 * A run that has the keys of one benefit shown: one wish without a file, judged by the same rules as a row of a bulk
 * assignment, and counted as one row. A run that was killed is not gone on with; the same command shows the keys again.
 */
public final class GettingKeys {

    private static final Identified NOTHING = new Identified(List.of(), List.of());

    private final LedgerAccess access;
    private final Vault vault;
    private final Clock clock;

    /**
     * What is asked for.
     *
     * @param benefit whose keys
     * @param language null where the product offers no choice
     * @param operatingSystem null where the product offers no choice
     * @param format of the file
     */
    public record Order(
            BenefitPlace benefit,
            @Nullable String language,
            @Nullable String operatingSystem,
            Export.Format format) {}

    /**
     * How it ended.
     *
     * @param report the run; what the rules had to say is in its notable findings
     * @param downloadLinks where the product is; empty when the keys were refused
     */
    public record HandedOut(RunReport report, List<String> downloadLinks) {}

    /** @param access the ledger, locked by the caller */
    public GettingKeys(LedgerAccess access, Vault vault, Clock clock) {
        this.access = access;
        this.vault = vault;
        this.clock = clock;
    }

    /** Has the keys shown, or says why not; refused, nothing is shown and nothing written. */
    public HandedOut run(Order order, RunOptions options) {
        RunRecord record = RunRecord.begin(access, NOTHING, options, clock);
        OrgBook book = book(order.benefit());
        Identifiers identifiers = access.ledger().identifiers();
        Decision decision = judge(new Judge(options.setting(), identifiers), book, order);
        long runId = record.run().id();
        commit(decision, book, runId, identifiers.upcoming());
        if (!decision.refused()) {
            handOut(order, record);
        }
        return new HandedOut(end(decision, record), decision.refused() ? List.of() : links(book, order.benefit()));
    }

    private OrgBook book(BenefitPlace place) {
        List<String> code = List.of(place.organisationCode());
        return access.ledger().load(access.ledger().organisationsOfCodes(code).values()).values().stream()
                .findFirst()
                .orElseThrow();
    }

    private static Decision judge(Judge judge, OrgBook book, Order order) {
        Move nowhere = Move.unplanned(book.code());
        BenefitPlace place = order.benefit();
        BenefitChoice choice = new BenefitChoice(place.mpnId(), place.orderNumber(), null, place.name(), null, null);
        return judge.gate(book, nowhere)
                .map(gate -> new Decision(List.of(), List.of(gate)))
                .orElseGet(() -> judge.decide(
                        book,
                        new GetKeys(choice, order.language(), order.operatingSystem()),
                        new Facts(Map.of(), Map.of(), Map.of(), nowhere)));
    }

    private void commit(Decision decision, OrgBook book, long runId, long nextIdentifier) {
        long organisation = book.organisation().orElseThrow().id();
        List<RecordedChange> changes = decision.changes().stream()
                .map(change -> new RecordedChange(organisation, 0, 0, change))
                .toList();
        List<RowFinding> findings = decision.findings().stream()
                .map(finding -> new RowFinding(0, 0, finding))
                .toList();
        Commit commit = new Commit(runId, changes, List.of(), findings, nextIdentifier, clock.instant());
        new TransactionTemplate(new JdbcTransactionManager(access.dataSource()))
                .executeWithoutResult(status -> access.ledger().write(commit));
    }

    private void handOut(Order order, RunRecord record) {
        try {
            new HandOut(access, vault)
                    .write(record.run().id(), record.directory(), order.format())
                    .ifPresent(record::alsoReturned);
        } catch (RuntimeException e) {
            Figures shown = figures(new RowCounts(1, 1, 0, 0, 0), record.run().id());
            throw new FailedRunException(record.end(shown, NOTHING, Summary.Status.FAILED, ExitCode.FAILED), e);
        }
    }

    private RunReport end(Decision decision, RunRecord record) {
        RowCounts rows = decision.refused() ? new RowCounts(1, 0, 0, 1, 0) : new RowCounts(1, 1, 0, 0, 0);
        Figures figures = figures(rows, record.run().id());
        Summary summary = record.end(figures, NOTHING, figures.status(), figures.exit());
        return new RunReport(
                summary, figures.exit(), null, figures.flagged(), decision.findings(), List.of(), null, null);
    }

    private Figures figures(RowCounts rows, long runId) {
        Tally tally = access.view().tally();
        SortedMap<String, Long> findings = new TreeMap<>(tally.findings(runId));
        return new Figures(rows, 0, findings, tally.refusals(runId), tally.changes(runId), Map.of());
    }

    private static List<String> links(OrgBook book, BenefitPlace place) {
        return book.location(place.mpnId()).stream()
                .flatMap(location -> book.benefits(location, place.name()).stream())
                .filter(benefit -> book.order(benefit).number().equals(place.orderNumber()))
                .map(Benefit::downloadLinks)
                .findFirst()
                .orElse(List.of());
    }
}
