package io.almoner.jobs;

import java.util.BitSet;
import java.util.List;

import io.almoner.intake.CommandReader;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.SourceKey;

/**
 * A table of a run.
 *
 * @param source what was found in the file
 * @param key what the ledger knows the source by
 * @param sourceId the ledger's number of the source
 * @param reader turns its rows into commands
 * @param keys its natural keys
 * @param settled rows that earlier runs settled: they are unchanged whatever happened since
 * @param marks knows the rows that were settled as rows of an earlier source
 * @param refused rows that this run has committed as refused
 * @param resumeAfter the last row that this run has committed; 0 when none
 */
record RunTable(
        SourceTable source,
        SourceKey key,
        long sourceId,
        CommandReader reader,
        List<KeyColumns> keys,
        BitSet settled,
        MarkedRows marks,
        BitSet refused,
        int resumeAfter) {

    /** True when an earlier run settled the row. */
    boolean isSettled(Row row) {
        return settled.get(row.number()) || marks.isSettled(row);
    }

    /** The outcome of a row that is settled. */
    Outcome settledAs(Row row) {
        return settled.get(row.number()) ? Outcome.UNCHANGED : Outcome.KNOWN;
    }
}
