package io.almoner.ledger;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives surrogate keys to entities, ascending without gaps from where the last commit left the ledger. A run that was
 * killed and goes on therefore gives the same keys as one that was not. Safe for use by several threads.
 */
public final class Identifiers implements io.almoner.book.Identifiers {

    private final AtomicLong next;

    Identifiers(long next) {
        this.next = new AtomicLong(next);
    }

    /** A key that no entity of the ledger has or had. */
    @Override
    public long next() {
        return next.getAndIncrement();
    }

    /** The key that {@link #next()} would give. */
    public long upcoming() {
        return next.get();
    }
}
