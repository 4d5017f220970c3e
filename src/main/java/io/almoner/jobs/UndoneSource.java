package io.almoner.jobs;

import java.util.BitSet;

/**
 * A source of the run that is undone.
 *
 * @param id the ledger's key of the source
 * @param name the file's name
 * @param changed how many of its rows the run changed something for
 * @param takenBack rows that earlier undo runs have taken back
 * @param settled rows that this undo run has committed, when it goes on
 */
record UndoneSource(long id, String name, long changed, BitSet takenBack, BitSet settled) {}
