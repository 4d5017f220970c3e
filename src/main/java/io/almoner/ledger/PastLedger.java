package io.almoner.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The books as they stood at the end of a day, rebuilt from the audit trail in an embedded ledger of their own, which
 * nobody else may read and of which nothing is left when it is closed. It has the tables of the books and no more: neither
 * runs nor a trail, and nobody finds out there who has a key or a GUID.
 *
 * <p>Entities have their identifiers of the ledger. A run counts by its business date, not by when it was made.
 */
public final class PastLedger implements AutoCloseable {

    private final TemporaryFolder folder;
    private final LedgerAccess access;

    private PastLedger(TemporaryFolder folder, LedgerAccess access) {
        this.folder = folder;
        this.access = access;
    }

    /**
     * Rebuilds the books of a day.
     *
     * @param ledger what is to be looked back at; stays as it is
     * @param parent where the rebuilt ledger has its folder meanwhile
     * @return empty when no run of a later day changed anything: the ledger itself is what it was then
     * @throws LedgerUnavailableException when the folder cannot be made or written to
     */
    public static Optional<PastLedger> asOf(LedgerAccess ledger, LocalDate day, Path parent) {
        RunsUntil runs = RunsUntil.of(ledger.dataSource(), day);
        if (runs.areAll()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rebuilt(TemporaryFolder.in(parent, "almoner-past-"), ledger.auditTrail(), runs));
        } catch (IOException e) {
            throw new LedgerUnavailableException("The ledger of " + day + " cannot be rebuilt in " + parent + ".", e);
        }
    }

    /**
     * Rebuilds the books as the whole of the trail says that they are.
     *
     * @param parent where the rebuilt ledger has its folder meanwhile
     * @throws LedgerUnavailableException when the folder cannot be made or written to
     */
    public static PastLedger ofTrail(LedgerAccess ledger, Path parent) {
        try {
            RunsUntil all = RunsUntil.of(ledger.dataSource(), LocalDate.MAX);
            return rebuilt(TemporaryFolder.in(parent, "almoner-trail-"), ledger.auditTrail(), all);
        } catch (IOException e) {
            throw new LedgerUnavailableException("The ledger cannot be rebuilt in " + parent + ".", e);
        }
    }

    private static PastLedger rebuilt(TemporaryFolder folder, AuditTrail trail, RunsUntil runs) {
        try {
            LedgerAccess access = LedgerAccess.open(LedgerPlace.embedded(folder.path()));
            PastLedger past = new PastLedger(folder, access);
            try {
                past.fill(trail, runs);
                return past;
            } catch (RuntimeException e) {
                access.close();
                throw e;
            }
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private void fill(AuditTrail trail, RunsUntil runs) {
        Replay replay = new Replay(access.dataSource());
        trail.replay(runs, replay);
        replay.end();
    }

    /** The rebuilt ledger, to be read only; closed together with this. */
    public LedgerAccess access() {
        return access;
    }

    @Override
    public void close() {
        try (folder) {
            access.close();
        }
    }
}
