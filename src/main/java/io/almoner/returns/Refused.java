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
 * @param findings what was said of a row, by its number; asked in ascending order, at most twice a row, and only for
 *     {@code rows}
 */
public record Refused(SourceTable table, BitSet rows, IntFunction<List<Finding>> findings) {

    public Refused {
        rows = (BitSet) rows.clone();
    }
}
