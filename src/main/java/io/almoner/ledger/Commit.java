package io.almoner.ledger;

import java.time.Instant;
import java.util.List;

/**
 * All that one transaction of a run hands to the ledger.
 *
 * @param runId the run
 * @param changes in the order in which the book took them over
 * @param outcomes what became of the rows that were judged; no row twice in one run
 * @param findings in the order in which they are to be told
 * @param nextIdentifier where the identifiers of entities stand after it
 * @param at when, as the audit trail says it
 */
public record Commit(
        long runId,
        List<RecordedChange> changes,
        List<TableOutcome> outcomes,
        List<RowFinding> findings,
        long nextIdentifier,
        Instant at) {

    public Commit {
        changes = List.copyOf(changes);
        outcomes = List.copyOf(outcomes);
        findings = List.copyOf(findings);
    }
}
