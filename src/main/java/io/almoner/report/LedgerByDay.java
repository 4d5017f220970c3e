package io.almoner.report;

import java.nio.file.Path;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.PastLedger;

/**
 * The ledger as it stood at the end of a day: itself where nothing was changed for a later day, else rebuilt from its audit
 * trail and kept until another day is asked for, since several reports of one day are the rule.
 */
final class LedgerByDay implements AutoCloseable {

    private final LedgerAccess ledger;
    private @Nullable LocalDate day;
    private @Nullable PastLedger past;

    LedgerByDay(LedgerAccess ledger) {
        this.ledger = ledger;
    }

    /** To be used until the next call and no longer. */
    LedgerAccess of(LocalDate asked) {
        if (past == null || !asked.equals(day)) {
            close();
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            past = PastLedger.asOf(ledger, asked, temporary).orElse(null);
            day = asked;
        }
        return past == null ? ledger : past.access();
    }

    @Override
    public void close() {
        PastLedger open = past;
        past = null;
        if (open != null) {
            open.close();
        }
    }
}
