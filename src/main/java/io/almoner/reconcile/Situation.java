package io.almoner.reconcile;

import java.util.Locale;

import io.almoner.rules.Rule;

/** How the ledger and a portal, or the ledger and itself, can disagree. */
public enum Situation {
    /** The portal has it, the ledger does not. */
    MISSING_HERE(Rule.REC_001),
    /** The ledger has it, the portal does not. */
    MISSING_THERE(Rule.REC_002),
    /** Both have it, with other values. */
    DIFFERENT_VALUE(Rule.REC_003),
    /** More is held than granted. */
    OVER_ALLOCATED(Rule.REC_004),
    /** A seat is held of what is over. */
    EXPIRED_BUT_ASSIGNED(Rule.REC_005),
    /** A seat is held by somebody who is disabled or has left the directory. */
    HOLDER_GONE(Rule.REC_006),
    /** The portal has not finished an assignment within the policy's window. */
    PENDING_TOO_LONG(Rule.REC_007),
    /** The portal knows a key as claimed, activated or redeemed that the ledger holds as unused. */
    KEY_USED_THERE(Rule.REC_008),
    /** The portal has the seat without the holder whom the ledger knows. */
    SEAT_FREED_THERE(Rule.REC_009),
    /** The portal's list has it more often than the ledger. */
    DUPLICATED_THERE(Rule.REC_010),
    /** Several things of the ledger fit a row equally well. */
    UNMATCHED(Rule.REC_011),
    /** The ledger's own word for a state is behind the calendar. */
    STATE_OVER(Rule.REC_012),
    /** The ledger is not what its audit trail says. */
    BROKEN_BOOK(Rule.REC_013);

    private final Rule rule;

    Situation(Rule rule) {
        this.rule = rule;
    }

    /** The rule whose public code stands for it. */
    public Rule rule() {
        return rule;
    }

    /** The word in job files and in JSON, such as {@code missing-here}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
