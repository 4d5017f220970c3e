package io.almoner.report;

import java.util.Locale;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.SortOrder;

/**
 * The books of a day, to be read for the readers of a language.
 *
 * @param access the books as they stood at the end of the day
 * @param trail the ledger itself, which alone has the runs and the audit trail
 * @param order how the books are sorted
 * @param trailOrder how the ledger itself is sorted, which may be on another database
 */
record Books(LedgerAccess access, LedgerAccess trail, SortOrder order, SortOrder trailOrder) {

    /** The books of a day. To be made before a transaction begins. */
    static Books of(LedgerAccess access, LedgerAccess trail, Locale readers) {
        return new Books(access, trail, access.order(readers), trail.order(readers));
    }

    /** Whether they were rebuilt, so that the ledger itself is otherwise by now. */
    boolean isPast() {
        return access != trail;
    }
}
