package io.almoner.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.book.Benefit;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Role;
import io.almoner.book.SealedKey;
import io.almoner.intake.Identified;
import io.almoner.intake.Layout;
import io.almoner.ledger.BooksInOrder;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.RecordedChange;
import io.almoner.ledger.Vault;
import io.almoner.portal.Export;
import io.almoner.returns.StagedFile;
import io.almoner.returns.Summary;
import io.almoner.returns.Summary.OutputFile;

/** A run that writes the ledger as files; clear keys only for whom their role allows it, and audited before they leave. */
public final class Exporting {

    private static final String KEYS = "pmc_keys";

    private final LedgerAccess access;
    private final Vault vault;
    private final Clock clock;

    /** What stands in the place of product keys. */
    public enum KeyText {
        REFERENCE,
        CLEAR
    }

    /**
     * What is to be written.
     *
     * @param layouts the tables
     * @param format of every file
     * @param keys what stands in the place of product keys
     * @param organisation the only organisation (OrgId); null for all
     */
    public record Order(
            List<Layout> layouts,
            Export.Format format,
            KeyText keys,
            @Nullable String organisation) {}

    /**
     * @param access the ledger, locked by the caller
     */
    public Exporting(LedgerAccess access, Vault vault, Clock clock) {
        this.access = access;
        this.vault = vault;
        this.clock = clock;
    }

    /** Writes the files; nothing when the acting user lacks the right in one of the organisations. */
    public RunReport run(Order order, RunOptions options) {
        Identified nothing = new Identified(List.of(), List.of());
        RunRecord record = RunRecord.begin(access, nothing, options, clock);
        List<String> codes = codes(order);
        if (order.keys() == KeyText.CLEAR) {
            List<String> forbidden = forbidden(codes, options.setting().actingUser());
            if (!forbidden.isEmpty()) {
                Summary summary = record.end(Figures.none(), nothing, Summary.Status.REFUSED, ExitCode.NO_RIGHT);
                String message = options.setting().actingUser()
                        + " may not have keys shown in " + String.join(", ", forbidden)
                        + ": a Global admin or MPN partner admin of the organisation may. Nothing was written.";
                return new RunReport(
                        summary, ExitCode.NO_RIGHT, null, new TreeMap<>(), List.of(), List.of(), message, null);
            }
            audit(codes, record.run().id());
        }
        record.returned(write(order, codes, record.directory()));
        Summary summary = record.end(Figures.none(), nothing, Summary.Status.COMPLETED, ExitCode.DONE);
        return new RunReport(summary, ExitCode.DONE, null, new TreeMap<>(), List.of(), List.of(), null, null);
    }

    private List<String> codes(Order order) {
        String only = order.organisation();
        return only == null ? access.ledger().organisationCodes() : List.of(only);
    }

    private List<String> forbidden(List<String> codes, String actingUser) {
        List<String> forbidden = new ArrayList<>();
        new BooksInOrder(access.ledger(), codes).forEachRemaining(book -> {
            boolean allowed = book.user(actingUser)
                    .map(user -> book.grants(user).stream()
                            .anyMatch(grant -> grant.scope() == null && Role.GET_KEYS.contains(grant.role())))
                    .orElse(false);
            if (!allowed) {
                forbidden.add(book.code());
            }
        });
        return forbidden;
    }

    private void audit(List<String> codes, long runId) {
        access.ledger().identifiers();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(access.dataSource()));
        new BooksInOrder(access.ledger(), codes).forEachRemaining(book -> {
            List<RecordedChange> changes = new ArrayList<>();
            long organisation = book.organisation().orElseThrow().id();
            for (Benefit benefit : book.benefits()) {
                if (!book.keys(benefit).isEmpty()) {
                    Change change = Change.changed(ChangeKind.KEYS_EXPORTED, benefit, benefit);
                    changes.add(new RecordedChange(organisation, 0, 0, change));
                }
            }
            Commit commit = new Commit(runId, changes, List.of(), List.of(), 0, clock.instant());
            transaction.executeWithoutResult(status -> access.ledger().write(commit));
        });
    }

    private List<OutputFile> write(Order order, List<String> codes, Path directory) {
        Function<SealedKey, String> keyText = order.keys() == KeyText.CLEAR ? vault::open : vault::reference;
        List<OutputFile> files = new ArrayList<>();
        try {
            PrivateFolder.create(directory);
            for (Layout layout : order.layouts()) {
                boolean secret = order.keys() == KeyText.CLEAR && layout.name().equals(KEYS);
                Path file = directory.resolve(
                        layout.name() + "." + order.format().name().toLowerCase(Locale.ROOT));
                new Export(layout, keyText)
                        .write(
                                new BooksInOrder(access.ledger(), codes),
                                order.format(),
                                file,
                                secret ? StagedFile.Access.PRIVATE : StagedFile.Access.SHARED);
                files.add(new OutputFile(
                        secret ? "keys" : "export",
                        file.toAbsolutePath().normalize().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
