package io.almoner.ledger;

/** Held by the one process that may change the ledger. */
public interface RunLock extends AutoCloseable {

    /** Gives it back. */
    @Override
    void close();
}
