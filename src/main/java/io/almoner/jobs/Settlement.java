package io.almoner.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.almoner.book.OrgBook;
import io.almoner.intake.Intake;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.RowFinding;
import io.almoner.rules.Finding;
import io.almoner.rules.ReviewRules;

/** The checks at the end of a run, from the ledger itself; can be repeated with the same result. */
final class Settlement {

    private static final int ORGANISATIONS_AT_ONCE = 8;
    private static final Set<String> TABLES_THAT_CALL_FOR_A_REVIEW =
            Set.of("pmc_locations", "pmc_individuals", "user_roles");

    private final Intake intake;
    private final Pass pass;
    private final long runId;
    private final Clock clock;

    Settlement(Intake intake, Pass pass, long runId, Clock clock) {
        this.intake = intake;
        this.pass = pass;
        this.runId = runId;
        this.clock = clock;
    }

    /** Writes what there is to say of the run as a whole. */
    void settle() {
        LedgerView view = pass.view();
        view.sources().forgetFindingsOfRun(runId);
        List<Finding> findings = new ArrayList<>(quantities());
        findings.addAll(reviews());
        List<RowFinding> rows =
                findings.stream().map(finding -> new RowFinding(0, 0, finding)).toList();
        view.ledger().write(new Commit(runId, List.of(), List.of(), rows, 0, clock.instant()));
    }

    private List<Finding> quantities() {
        QuantityCheck check = new QuantityCheck(intake, pass.view().ledger());
        for (RunTable table : pass.tables()) {
            if (table.source().layout().name().equals("pmc_benefits")) {
                check.compare(
                        table,
                        pass.view().sources().outcomes(runId, table.sourceId()).rejected());
            }
        }
        return check.findings();
    }

    private List<Finding> reviews() {
        boolean called = pass.tables().stream()
                .anyMatch(table -> TABLES_THAT_CALL_FOR_A_REVIEW.contains(
                        table.source().layout().name()));
        if (!called) {
            return List.of();
        }
        List<Long> organisations = pass.view().tally().organisations(runId);
        List<Finding> findings = new ArrayList<>();
        for (int from = 0; from < organisations.size(); from += ORGANISATIONS_AT_ONCE) {
            List<Long> some = organisations.subList(from, Math.min(organisations.size(), from + ORGANISATIONS_AT_ONCE));
            for (OrgBook book : pass.view().ledger().load(some).values()) {
                findings.addAll(ReviewRules.review(book));
            }
        }
        return findings;
    }
}
