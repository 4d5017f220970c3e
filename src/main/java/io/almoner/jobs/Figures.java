package io.almoner.jobs;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import io.almoner.intake.SourceTable;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.OutcomesOfRun;
import io.almoner.ledger.Tally;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * What became of a run's rows, counted from what was written.
 *
 * @param rows how the rows ended
 * @param known unchanged rows that were not judged, because an earlier run settled them
 * @param findings how many findings each code has
 * @param refusals how many of them refuse
 * @param changes how many changes of each kind, by word
 * @param rowsByTable how many rows each table has
 */
record Figures(
        RowCounts rows,
        long known,
        SortedMap<String, Long> findings,
        SortedMap<String, Long> refusals,
        SortedMap<String, Long> changes,
        Map<SourceTable, Long> rowsByTable) {

    /** Refusals for the acting user's rights: when there are no others, the command ends with exit code 5. */
    private static final List<String> RIGHTS = Stream.of(
                    Rule.MIG_002, Rule.ROL_001, Rule.ROL_002, Rule.ROL_003, Rule.ROL_004)
            .map(Rule::code)
            .toList();

    /** Nothing was read. */
    static Figures none() {
        return new Figures(
                new RowCounts(0, 0, 0, 0, 0), 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Map.of());
    }

    /** Counts what a pass has written so far. */
    static Figures of(Pass pass, Survey survey, long runId) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Map<SourceTable, Long> rowsByTable = new HashMap<>();
        SortedMap<String, Long> findings = new TreeMap<>(pass.view().tally().findings(runId));
        long known = 0;
        for (RunTable table : pass.tables()) {
            OutcomesOfRun outcomes = pass.view().sources().outcomes(runId, table.sourceId());
            outcomes.counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
            rowsByTable.put(table.source(), (long) survey.rows(table.source()));
            known += table.settled().cardinality() + outcomes.counts().getOrDefault(Outcome.KNOWN, 0L);
            for (Finding finding : table.source().findings()) {
                findings.merge(finding.rule().code(), 1L, Long::sum);
            }
        }
        ToLongFunction<Outcome> count = outcome -> counts.getOrDefault(outcome, 0L);
        long settled = counts.values().stream().mapToLong(Long::longValue).sum();
        RowCounts rows = new RowCounts(
                survey.totalRows(),
                count.applyAsLong(Outcome.APPLIED),
                count.applyAsLong(Outcome.UNCHANGED) + count.applyAsLong(Outcome.KNOWN),
                count.applyAsLong(Outcome.REJECTED),
                count.applyAsLong(Outcome.SKIPPED) + survey.totalRows() - settled);
        Tally tally = pass.view().tally();
        return new Figures(rows, known, findings, tally.refusals(runId), tally.changes(runId), rowsByTable);
    }

    /**
     * Counts what an undo has written so far.
     *
     * @param sources of the run that is undone
     * @param total how many of its rows changed something
     */
    static Figures of(LedgerView view, long runId, List<Long> sources, long total) {
        Map<Outcome, Long> counts = outcomes(view, runId, sources);
        ToLongFunction<Outcome> count = outcome -> counts.getOrDefault(outcome, 0L);
        long settled = counts.values().stream().mapToLong(Long::longValue).sum();
        long unchanged = count.applyAsLong(Outcome.UNCHANGED);
        RowCounts rows = new RowCounts(
                total,
                count.applyAsLong(Outcome.APPLIED),
                unchanged,
                count.applyAsLong(Outcome.REJECTED),
                total - settled);
        Tally tally = view.tally();
        return new Figures(
                rows, unchanged, tally.findings(runId), tally.refusals(runId), tally.changes(runId), Map.of());
    }

    /**
     * Counts what a reconciliation has written so far.
     *
     * @param rowsByTable how many rows each table has
     * @param sources the keys of the tables' sources
     */
    static Figures of(LedgerView view, long runId, Map<SourceTable, Long> rowsByTable, List<Long> sources) {
        long total = rowsByTable.values().stream().mapToLong(Long::longValue).sum();
        Map<Outcome, Long> counts = outcomes(view, runId, sources);
        ToLongFunction<Outcome> count = outcome -> counts.getOrDefault(outcome, 0L);
        long settled = counts.values().stream().mapToLong(Long::longValue).sum();
        RowCounts rows = new RowCounts(
                total,
                count.applyAsLong(Outcome.APPLIED),
                count.applyAsLong(Outcome.UNCHANGED),
                count.applyAsLong(Outcome.REJECTED),
                count.applyAsLong(Outcome.SKIPPED) + total - settled);
        Tally tally = view.tally();
        SortedMap<String, Long> findings = new TreeMap<>(tally.findings(runId));
        rowsByTable
                .keySet()
                .forEach(table -> table.findings()
                        .forEach(finding -> findings.merge(finding.rule().code(), 1L, Long::sum)));
        return new Figures(rows, 0, findings, tally.refusals(runId), tally.changes(runId), rowsByTable);
    }

    private static Map<Outcome, Long> outcomes(LedgerView view, long runId, List<Long> sources) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (long source : sources) {
            view.sources()
                    .outcomes(runId, source)
                    .counts()
                    .forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
        }
        return counts;
    }

    /** The same when nothing was applied after all: what would have been was skipped. */
    Figures withoutApplying() {
        RowCounts nothing =
                new RowCounts(rows.read(), 0, rows.unchanged(), rows.rejected(), rows.skipped() + rows.applied());
        return new Figures(nothing, known, findings, refusals, new TreeMap<>(), rowsByTable);
    }

    /** How many findings of each code do not refuse a row. */
    SortedMap<String, Long> flagged() {
        SortedMap<String, Long> flagged = new TreeMap<>(findings);
        refusals.forEach((code, count) -> flagged.merge(code, -count, Long::sum));
        flagged.values().removeIf(count -> count <= 0);
        return flagged;
    }

    long rowsOf(SourceTable table) {
        return rowsByTable.getOrDefault(table, 0L);
    }

    /** How many rows the rules were asked about. */
    long judged() {
        return rows.applied() + rows.rejected() + rows.unchanged() - Math.min(known, rows.unchanged());
    }

    /** True when every row that had to be judged was refused for the acting user's rights. */
    boolean refusedForRights() {
        return rows.rejected() > 0 && judged() == rows.rejected() && refusesOnlyForRights();
    }

    /** True when something was refused, and nothing for another reason than the acting user's rights. */
    boolean refusesOnlyForRights() {
        return !refusals.isEmpty() && RIGHTS.containsAll(refusals.keySet());
    }

    /** What a run with these figures ends with, once it is through. */
    ExitCode exit() {
        if (refusedForRights()) {
            return ExitCode.NO_RIGHT;
        }
        return rows.rejected() > 0 ? ExitCode.NEEDS_A_LOOK : ExitCode.DONE;
    }

    /** The same in one word. */
    Summary.Status status() {
        if (refusedForRights()) {
            return Summary.Status.REFUSED;
        }
        return rows.rejected() > 0 ? Summary.Status.COMPLETED_WITH_REJECTS : Summary.Status.COMPLETED;
    }
}
