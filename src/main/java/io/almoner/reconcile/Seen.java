package io.almoner.reconcile;

import java.util.BitSet;

/** What of the ledger some row has already accounted for, by surrogate key: one bit each, for every organisation. */
public final class Seen {

    private final BitSet keys = new BitSet();

    /** Notes a key; false when it had been noted before. */
    boolean add(long key) {
        int position = Math.toIntExact(key);
        boolean known = keys.get(position);
        keys.set(position);
        return !known;
    }

    boolean has(long key) {
        return keys.get(Math.toIntExact(key));
    }

    /** How many things have been accounted for. */
    public int count() {
        return keys.cardinality();
    }
}
