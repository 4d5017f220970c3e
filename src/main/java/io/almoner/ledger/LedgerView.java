package io.almoner.ledger;

import javax.sql.DataSource;

/**
 * The doors that a run goes through: the ledger's own, or those of a {@link Rehearsal}.
 *
 * @param dataSource for the transactions around {@link Ledger#write}
 * @param ledger the books
 * @param sources what became of the rows of sources
 * @param tally counts
 * @param threads how many may go through at the same time
 * @param fate what becomes of that which is written
 */
public record LedgerView(
        DataSource dataSource, Ledger ledger, Sources sources, Tally tally, Threads threads, Fate fate) {

    /** How many threads may go through the doors at the same time. */
    public enum Threads {
        ONE,
        SEVERAL
    }

    /** What becomes of that which is written through the doors. */
    public enum Fate {
        KEPT,
        /** Nothing of it will have happened. */
        FORGOTTEN
    }

    /** What reconciliations found, as it stands behind these doors. */
    public Drifts drifts() {
        return new Drifts(dataSource);
    }

    /** What earlier reconciliations found, to be taken over. */
    public EarlierDrifts earlierDrifts() {
        return new EarlierDrifts(dataSource);
    }

    /** What people changed after lists were made. */
    public LaterChanges laterChanges() {
        return new LaterChanges(dataSource);
    }

    /** Which names the books know. */
    public KnownNames knownNames() {
        return new KnownNames(dataSource);
    }
}
