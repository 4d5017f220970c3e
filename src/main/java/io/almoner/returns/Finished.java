package io.almoner.returns;

import java.util.BitSet;
import java.util.function.Function;

import io.almoner.intake.Row;

/**
 * The rows of a table that need nothing more.
 *
 * @param rows their numbers as {@link Row#number()} counts
 * @param mark what makes such a row known when it comes back; empty when nothing does
 */
public record Finished(BitSet rows, Function<Row, String> mark) {

    /** No row is finished. */
    public static final Finished NONE = new Finished(new BitSet(), row -> "");

    public Finished {
        rows = (BitSet) rows.clone();
    }
}
