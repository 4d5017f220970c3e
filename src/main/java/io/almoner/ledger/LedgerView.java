package io.almoner.ledger;

import javax.sql.DataSource;

/**
 * The doors that a run goes through: the ledger's own, or those of a {@link Rehearsal}.
 *
 * @param dataSource for the transactions around {@link Ledger#write}
 * @param ledger the books
 * @param sources what became of the rows of sources
 * @param tally counts
 */
public record LedgerView(DataSource dataSource, Ledger ledger, Sources sources, Tally tally) {}
