package io.almoner.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.almoner.ledger.Outcome;

/** What becomes of a row, and everything that is told of it. */
record ExpectedRow(Outcome outcome, List<ExpectedFinding> says) {

    /** A row of which nothing is written is applied in silence; one of which an error is told is rejected. */
    static ExpectedRow of(Map<String, Object> data) {
        List<ExpectedFinding> says = ExpectedFinding.all(data.get("says"));
        boolean refused = says.stream().anyMatch(finding -> finding.severity().equals("E"));
        String outcome = String.valueOf(data.getOrDefault("is", refused ? "rejected" : "applied"));
        return new ExpectedRow(Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)), says);
    }
}
