package io.almoner.returns;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/**
 * The refused rows of one table.
 *
 * @param table the table that has them
 * @param rows their numbers as {@link io.almoner.intake.Row#number()} counts; empty when none was refused
 * @param findings what was said of a row, by its number; asked in ascending order while the table is read, and only for
 *     {@code rows}
 * @param finished the rows that stand beside them when the user's own workbook comes back
 */
public record Refused(SourceTable table, BitSet rows, IntFunction<List<Finding>> findings, Finished finished) {

    public Refused {
        rows = (BitSet) rows.clone();
    }

    /** Refused rows of a table of which nothing else is known. */
    public Refused(SourceTable table, BitSet rows, IntFunction<List<Finding>> findings) {
        this(table, rows, findings, Finished.NONE);
    }

    /** What people call the sheet that the table is. */
    String sheetName() {
        String sheet = table.sheet();
        return sheet == null ? table.layout().name() : sheet;
    }
}
