package io.almoner.ledger;

import java.util.SortedMap;

/**
 * What became of a block of rows of one source, about a thousand of them.
 *
 * @param sourceId the source, of {@link Sources#idOf}
 * @param rows the outcome of each row by its number; numbers may have gaps, and none is in another block of the run
 */
public record TableOutcome(long sourceId, SortedMap<Integer, Outcome> rows) {

    /** @throws IllegalArgumentException when there is no row */
    public TableOutcome {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a block of outcomes needs a row");
        }
    }
}
