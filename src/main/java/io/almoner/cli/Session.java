package io.almoner.cli;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.ledger.RunLock;
import io.almoner.ledger.Vault;

/** An open ledger with its vault, for the time of one command. */
final class Session implements AutoCloseable {

    private final LedgerAccess access;
    private final Vault vault;
    private final RunLock lock;

    /** Whether the command changes the ledger. */
    enum Use {
        READING,
        CHANGING
    }

    private Session(LedgerAccess access, Vault vault, RunLock lock) {
        this.access = access;
        this.vault = vault;
        this.lock = lock;
    }

    /**
     * Opens the ledger of a command.
     *
     * @throws io.almoner.ledger.LedgerBusyException when another process is at it
     * @throws io.almoner.ledger.LedgerUnavailableException when it cannot be reached
     */
    static Session open(CommonOptions common, Use use) {
        LedgerAccess access = LedgerAccess.open(place(common));
        try {
            RunLock lock = switch (use) {
                case READING -> () -> {};
                case CHANGING -> access.lock();
            };
            Vault vault = Vault.open(common.home(), common.environment());
            access.accept(vault);
            return new Session(access, vault, lock);
        } catch (RuntimeException e) {
            access.close();
            throw e;
        }
    }

    /** Whether there is a ledger, so that who only looks makes none. */
    static boolean hasLedger(CommonOptions common) {
        return LedgerAccess.exists(place(common));
    }

    private static LedgerPlace place(CommonOptions common) {
        return new LedgerPlace(
                common.home(),
                common.database(),
                common.environment().get("ALMONER_DB_USER"),
                common.environment().get("ALMONER_DB_PASSWORD"));
    }

    LedgerAccess access() {
        return access;
    }

    Vault vault() {
        return vault;
    }

    @Override
    public void close() {
        lock.close();
        access.close();
    }
}
