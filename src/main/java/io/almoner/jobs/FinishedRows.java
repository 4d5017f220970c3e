package io.almoner.jobs;

import java.util.BitSet;
import java.util.Set;

import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.ledger.LedgerView.Fate;
import io.almoner.ledger.Outcome;
import io.almoner.returns.Finished;

/** The rows of one table that a run leaves finished, and the marks that they get. */
final class FinishedRows {

    private final Pass pass;
    private final RunTable table;
    private final long runId;

    FinishedRows(Pass pass, RunTable table, long runId) {
        this.pass = pass;
        this.table = table;
        this.runId = runId;
    }

    /**
     * None of a text file, which never comes back whole. A row that an earlier source settled keeps its mark, since that
     * one's undoing must reach it; others get a new one.
     */
    Finished toGiveBack() {
        if (table.source().format() != SourceTable.Format.XLSX || pass.finishing() == Pass.Finishing.NOTHING) {
            return Finished.NONE;
        }
        BitSet known = rows(Outcome.KNOWN);
        BitSet rows = pass.view().fate() == Fate.KEPT ? rows(Outcome.APPLIED, Outcome.UNCHANGED) : settledBefore();
        rows.or(known);
        return new Finished(rows, row -> mark(known, row));
    }

    private String mark(BitSet known, Row row) {
        return known.get(row.number())
                ? table.marks().mark(row)
                : table.marks().newMark(table.sourceId(), table.key(), row);
    }

    private BitSet rows(Outcome... outcomes) {
        return pass.view().sources().rows(runId, table.sourceId(), Set.of(outcomes));
    }

    /** After a trial, nothing is finished but what was so before. */
    private BitSet settledBefore() {
        BitSet rows = rows(Outcome.UNCHANGED);
        rows.and(table.settled());
        return rows;
    }
}
