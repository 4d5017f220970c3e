package io.almoner.report;

/** What became of a difference that a reconciliation found, or what has to. */
enum Outcome {
    /** The ledger has taken over what the portal says. */
    FIXED,
    /** Told only; the ledger could take it over. */
    FIXABLE,
    /** Told only; no change of the ledger is the answer. */
    REPORTED,
    /** Somebody has to do it in the portal. */
    HAND_OFF,
    /** A rule did not let the ledger take it over. */
    REFUSED,
    /** To be taken over, and not done: no change fits, or the run was stopped. */
    WAITING,
    IGNORED,
    PROTECTED
}
