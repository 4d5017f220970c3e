package io.almoner.jobs;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Row;
import io.almoner.intake.RowContent;
import io.almoner.intake.SourceTable;
import io.almoner.ledger.SourceKey;

/** The rows of one table and the marks on them; without a column of marks nothing is looked at. */
final class MarkedRows {

    private final RowMarks marks;
    private final RowContent content;
    private final BitSet copies;
    private final int position;

    /**
     * @param organisation the organisation of a table that names none; null when that is not known
     * @param copies rows that only copy another row's mark
     */
    MarkedRows(RowMarks marks, SourceTable table, @Nullable String organisation, BitSet copies) {
        this.marks = marks;
        this.content = new RowContent(table, organisation);
        this.copies = copies;
        this.position = CopiedMarks.position(table);
    }

    /** True when the row bears a mark that counts, so that it is finished. */
    boolean isSettled(Row row) {
        String mark = mark(row);
        return !mark.isEmpty()
                && !isCopy(row)
                && content.of(row).filter(text -> marks.counts(mark, text)).isPresent();
    }

    /** True when the row bears the mark of a row before it: it asks once more for what was done in an earlier run. */
    boolean isCopy(Row row) {
        return copies.get(row.number());
    }

    /** The mark that the row gets when it is finished as this source's; empty when its cells cannot be vouched for. */
    String newMark(long sourceId, SourceKey source, Row row) {
        return content.of(row)
                .map(text -> marks.of(sourceId, source, row.number(), text))
                .orElse("");
    }

    /** The mark that the row came with; empty when it has none. */
    String mark(Row row) {
        return CopiedMarks.mark(row, position);
    }
}
