package io.almoner.rules;

/**
 * The order in which the rules judge a row. A row reports every problem of the first layer that has one; later layers
 * are not asked.
 */
public enum Layer {
    /** The file and its header: refused whole. */
    FILE,
    /** The migration gate: an organisation that is still managed in PMC. */
    GATE,
    /** Single cells: empty, unreadable, not in the list. */
    CELL,
    /** What the row points at: locations, orders, benefits, users. */
    REFERENCE,
    /** What the acting user may do. */
    RIGHT,
    /** What the state of the book allows. */
    STATE,
    /** Quantities and caps. */
    CAPACITY,
    /** Checked once a run, from the ledger itself. */
    RUN
}
