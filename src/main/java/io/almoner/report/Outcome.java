package io.almoner.report;

import java.util.Set;

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
    PROTECTED;

    /** Those that leave nobody anything to do. */
    static final Set<Outcome> SETTLED = Set.of(FIXED, IGNORED, PROTECTED);

    /** Those after which somebody has to see to it. */
    static final Set<Outcome> TO_DO = Set.of(FIXABLE, REPORTED, HAND_OFF, REFUSED, WAITING);
}
