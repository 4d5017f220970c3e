package io.almoner.cli;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.CommandReader;
import io.almoner.intake.Identified;
import io.almoner.intake.SourceTable;
import io.almoner.jobs.RunOptions;
import io.almoner.ledger.Ledger;

/** Tells which organisation tables belong to that name none themselves, such as the portals' own files. */
final class DefaultOrganisation {

    private final Ledger ledger;

    DefaultOrganisation(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The organisation that was named, else the only one; null when every table names its own.
     *
     * @throws UsageException when the one that was named is not known, or when there is not exactly one to choose
     */
    @Nullable
    String of(Identified identified, RunOptions options) {
        String named = options.organisation();
        if (options.job().equals("migrate")) {
            return named; // a move brings its organisations along
        }
        if (named != null && ledger.organisationsOfCodes(List.of(named)).isEmpty()) {
            throw new UsageException("--org " + named + " is not in this ledger.");
        }
        Optional<SourceTable> nameless = identified.tables().stream()
                .filter(table -> !CommandReader.namesItsOrganisation(table))
                .findFirst();
        if (named != null || nameless.isEmpty()) {
            return named;
        }
        List<String> codes = ledger.organisationCodes();
        if (codes.size() > 1) {
            throw new UsageException(nameless.get().label()
                    + " names no MPN ID, and the ledger holds several organisations. Say which one with --org, for example"
                    + " --org " + codes.get(0) + ".");
        }
        if (codes.isEmpty()) {
            throw new UsageException(
                    "This ledger holds no organisation yet. Begin with 'almoner migrate SOURCE --as EMAIL'.");
        }
        return codes.get(0);
    }
}
