package io.almoner.reconcile;

import java.util.Locale;

/** What is to be done about a difference. */
public enum Treatment {
    /** Told, and nothing else. */
    REPORT,
    /** The ledger takes over what the portal says, where the rules let it. */
    FIX_LEDGER,
    /** Somebody has to do it in the portal: the ledger is right. */
    HAND_OFF,
    /** Counted only. */
    IGNORE,
    /** Somebody has said that it is to be left alone. */
    PROTECTED;

    /** The word in job files and options, such as {@code fix-ledger}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still has something to do. */
    public boolean needsSomebody() {
        return this == REPORT || this == HAND_OFF || this == FIX_LEDGER;
    }
}
