package io.almoner.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.ShownKey;
import io.almoner.ledger.ShownKeys;
import io.almoner.ledger.Vault;
import io.almoner.portal.Export.Format;
import io.almoner.portal.KeyFile;
import io.almoner.returns.Summary.OutputFile;

/**
 * Hands out the keys that a run had shown, in one private file. It is written from committed changes only: no key leaves
 * before the audit trail says who gets it, and a run that goes on writes the same file again.
 */
final class HandOut {

    /** The kind of the file, and its name. */
    static final String KIND = "keys";

    /** A sheet has 1,048,576 rows; beyond a million keys nobody wants one. */
    private static final long MOST_IN_A_SHEET = 1_000_000;

    private final LedgerAccess access;
    private final Vault vault;

    HandOut(LedgerAccess access, Vault vault) {
        this.access = access;
        this.vault = vault;
    }

    /**
     * Writes the keys of a run.
     *
     * @param wanted the format; what does not fit into a sheet is written as CSV all the same
     * @return the file; empty when the run had no key shown
     */
    Optional<OutputFile> write(long runId, Path directory, Format wanted) {
        ShownKeys shown = access.shownKeys();
        long count = shown.count(runId);
        if (count == 0) {
            return Optional.empty();
        }
        Format format = count > MOST_IN_A_SHEET ? Format.CSV : wanted;
        Path target = directory.resolve(KIND + "." + format.name().toLowerCase(Locale.ROOT));
        access.ledger().flush(); // the audit trail outlives whatever happens once the keys are out
        try {
            PrivateFolder.create(directory);
            try (KeyFile file = KeyFile.open(target, format, vault::open)) {
                shown.tell(runId, key -> add(file, key));
                return Optional.of(
                        new OutputFile(KIND, file.commit().normalize().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(KeyFile file, ShownKey key) {
        try {
            file.add(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
