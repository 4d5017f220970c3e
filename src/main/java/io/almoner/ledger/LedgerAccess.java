package io.almoner.ledger;

import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An open ledger: the one data source of this process and the doors of everything that stands in it. Close it last.
 */
public final class LedgerAccess implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final Dialect dialect;
    private final AutoCloseable heldWithIt;
    private final Ledger ledger;

    LedgerAccess(HikariDataSource dataSource, Dialect dialect, AutoCloseable heldWithIt) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.heldWithIt = heldWithIt;
        this.ledger = new Ledger(dataSource, dialect);
    }

    /**
     * Opens a ledger; creates its home and its schema, or brings the schema up to date, where that is needed.
     *
     * @throws LedgerBusyException when another process has the embedded database open
     * @throws LedgerUnavailableException when it cannot be reached, or was made by a newer version
     */
    public static LedgerAccess open(LedgerPlace place) {
        String url = place.url();
        return url == null ? EmbeddedLedger.open(place.home()) : ServerLedger.open(place, url);
    }

    /** Whether there is a ledger to open; always said of a database server, which only opening it asks. */
    public static boolean exists(LedgerPlace place) {
        return place.url() != null || EmbeddedLedger.exists(place.home());
    }

    /** The data source, for Spring's one transaction manager and Spring Batch. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The books: always the same object, since it knows where the identifiers stand. */
    public Ledger ledger() {
        return ledger;
    }

    /** The ledger's own doors: what goes through them is committed. */
    public LedgerView view() {
        return new LedgerView(
                dataSource,
                ledger,
                new Sources(dataSource),
                new Tally(dataSource),
                LedgerView.Threads.SEVERAL,
                LedgerView.Fate.KEPT);
    }

    /** Begins a trial of which nothing is kept; one at a time, and while nothing is written through {@link #view}. */
    public Rehearsal rehearse() {
        return new Rehearsal(dataSource, dialect);
    }

    /** The runs. */
    public Runs runs() {
        return new Runs(dataSource);
    }

    /** The sources. */
    public Sources sources() {
        return new Sources(dataSource);
    }

    /** The audit trail. */
    public AuditTrail auditTrail() {
        return new AuditTrail(dataSource);
    }

    /** The seats that were held on some days. */
    public HeldSeats heldSeats() {
        return new HeldSeats(dataSource);
    }

    /** The keys that runs had shown. */
    public ShownKeys shownKeys() {
        return new ShownKeys(dataSource);
    }

    /** The benefits by their names. */
    public BenefitDirectory benefits() {
        return new BenefitDirectory(dataSource);
    }

    /** What was written for the portals, and what of it has been made there. */
    public HandOvers handOvers() {
        return new HandOvers(dataSource);
    }

    /** What reconciliations found. */
    public Drifts drifts() {
        return new Drifts(dataSource);
    }

    /** How this ledger sorts for the readers of a language; to be asked for before a transaction begins. */
    public SortOrder order(Locale locale) {
        return dialect.order(dataSource, locale);
    }

    /**
     * Makes this process the only one that changes the ledger, until the lock is closed.
     *
     * @throws LedgerBusyException when another one is
     */
    public RunLock lock() {
        return switch (dialect) {
            case H2 -> () -> {}; // who has the embedded database open has it alone
            case POSTGRESQL -> ServerLedger.lock(dataSource);
        };
    }

    /**
     * Makes sure that the vault is the one that seals this ledger's keys; the first vault to come is.
     *
     * @throws VaultException when it is another one
     */
    public void accept(Vault vault) {
        JdbcClient client = JdbcClient.create(dataSource);
        Optional<String> mark = client.sql("select setting_value from setting where name = 'vault'")
                .query(String.class)
                .optional();
        if (mark.isEmpty()) {
            client.sql("insert into setting (name, setting_value) values ('vault', ?)")
                    .param(vault.mark())
                    .update();
        } else if (!mark.get().equals(vault.mark())) {
            throw new VaultException("The product keys of this ledger were sealed with another vault key."
                    + " Use the vault.key of the home that wrote it, or set " + Vault.VARIABLE + ".");
        }
    }

    @Override
    public void close() {
        dataSource.close();
        try {
            heldWithIt.close();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's lock cannot be given back", e);
        }
    }
}
