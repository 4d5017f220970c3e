package io.almoner.jobs;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.almoner.intake.AddedColumn;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;

/**
 * The rows of a run that bear the mark of a row before them. Whoever copies a finished row copies its mark; the row was done
 * once, and what its copy asks for is still to be judged.
 */
final class CopiedMarks {

    private final Set<Long> seen = new HashSet<>();
    private final Map<SourceTable, BitSet> copies = new HashMap<>();

    /** Where a table has its marks; negative when it has none. */
    static int position(SourceTable table) {
        return AddedColumn.MARK.in(table.headers());
    }

    /** The mark at that position; empty when there is none. */
    static String mark(Row row, int position) {
        return position < 0 || position >= row.cells().size()
                ? ""
                : row.cells().get(position).strip();
    }

    /** Notes the next row, in the order in which rows are judged. */
    void note(SourceTable table, Row row, int position) {
        RowMarks.abbreviated(mark(row, position))
                .filter(mark -> !seen.add(mark))
                .ifPresent(mark ->
                        copies.computeIfAbsent(table, any -> new BitSet()).set(row.number()));
    }

    /** The rows of a table that are copies, by their number. */
    BitSet of(SourceTable table) {
        return copies.getOrDefault(table, new BitSet());
    }
}
