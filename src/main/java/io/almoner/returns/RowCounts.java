package io.almoner.returns;

/**
 * How the rows of a run ended; every row that was read ended in one of four ways.
 *
 * @param read rows below the headers
 * @param applied changed the ledger, or would
 * @param unchanged were already so
 * @param rejected came back
 * @param skipped blank, example and version rows, and rows that a stopped run did not come to
 */
public record RowCounts(long read, long applied, long unchanged, long rejected, long skipped) {

    public RowCounts {
        if (read != applied + unchanged + rejected + skipped) {
            throw new IllegalArgumentException("of " + read + " rows " + applied + " applied, " + unchanged
                    + " unchanged, " + rejected + " rejected and " + skipped + " skipped: some were lost");
        }
    }
}
