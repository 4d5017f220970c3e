package io.almoner.jobs;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.AddedColumn;
import io.almoner.intake.Row;
import io.almoner.intake.RowContent;
import io.almoner.intake.SourceTable;
import io.almoner.ledger.SourceKey;

/** The rows of one table and the marks on them; without a column of marks nothing is looked at. */
final class MarkedRows {

    private final RowMarks marks;
    private final RowContent content;
    private final int position;

    MarkedRows(RowMarks marks, SourceTable table, @Nullable String organisation) {
        this.marks = marks;
        this.content = new RowContent(table, organisation);
        this.position = AddedColumn.MARK.in(table.headers());
    }

    /** True when the row bears a mark that counts, so that it is finished. */
    boolean isSettled(Row row) {
        String mark = mark(row);
        return !mark.isEmpty()
                && content.of(row).filter(text -> marks.counts(mark, text)).isPresent();
    }

    /** The mark that the row gets when it is finished as this source's; empty when its cells cannot be vouched for. */
    String newMark(long sourceId, SourceKey source, Row row) {
        return content.of(row)
                .map(text -> marks.of(sourceId, source, row.number(), text))
                .orElse("");
    }

    /** The mark that the row came with; empty when it has none. */
    String mark(Row row) {
        return position < 0 || position >= row.cells().size()
                ? ""
                : row.cells().get(position).strip();
    }
}
