package io.almoner.jobs;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;
import io.almoner.book.OrgBook;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.PastLedger;
import io.almoner.ledger.StoredDrift.Origin;
import io.almoner.ledger.TrailCheck;
import io.almoner.reconcile.BrokenBook;

/** Takes down where the books are not what their audit trail says. */
final class TrailDrifts {

    private final LedgerAccess access;
    private final DriftLog log;
    private final long ledgerId;

    TrailDrifts(LedgerAccess access, DriftLog log, long ledgerId) {
        this.access = access;
        this.log = log;
        this.ledgerId = ledgerId;
    }

    /** @param told the books as the trail tells them */
    void compare(PastLedger told) {
        new TrailCheck(access, told).compare((organisation, kept, other) -> note(told, organisation, kept, other));
        log.flush();
    }

    /** An organisation that only the trail knows is told with its name from there. */
    private void note(PastLedger told, long organisation, @Nullable Entity kept, @Nullable Entity other) {
        Map<Long, OrgBook> books = access.ledger().load(List.of(organisation));
        OrgBook book = books.containsKey(organisation)
                ? books.get(organisation)
                : told.access().ledger().load(List.of(organisation)).get(organisation);
        if (book != null) {
            log.found(book, BrokenBook.of(book, kept, other), Origin.BOOK, ledgerId);
        }
    }
}
