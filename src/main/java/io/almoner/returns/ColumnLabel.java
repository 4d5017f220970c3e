package io.almoner.returns;

import org.apache.poi.ss.util.CellReference;

import io.almoner.intake.SourceTable;

/** What people call a column: its letter and its header as they stand in their own file, {@code F "Email"}. */
final class ColumnLabel {

    /** Where the layout's column stands in the file; -1 when it has none of that name. */
    int position(SourceTable table, String column) {
        return table.layout().column(column).isPresent() ? table.position(column) : -1;
    }

    /** The label; only the layout's name of the column, in quotes, when the file does not have it. */
    String of(SourceTable table, String column) {
        int position = position(table, column);
        if (position < 0 || position >= table.headers().size()) {
            return '"' + column + '"';
        }
        return CellReference.convertNumToColString(position) + " \""
                + table.headers().get(position).strip() + '"';
    }
}
