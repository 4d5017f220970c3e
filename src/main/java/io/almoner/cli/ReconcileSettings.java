package io.almoner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.almoner.jobs.ReconcileTerms;
import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Handling;
import io.almoner.reconcile.Tolerance;
import io.almoner.report.Format;

/** The options of a reconciliation: what is done about what is found. */
final class ReconcileSettings {

    /** Parts the values of an option that was given several times where a run keeps them as one text. */
    private static final String SEPARATOR = "\n";

    @Option(names = "--fix", description = "let the ledger take over what only adds or corrects")
    private boolean fix;

    @Option(
            names = "--treat",
            paramLabel = "SITUATION=TREATMENT",
            description = "e.g. missing-there=hand-off; treatments: report, fix-ledger, hand-off, ignore")
    private List<String> treatments = new ArrayList<>();

    @Option(
            names = "--protect",
            paramLabel = "TEXT",
            description = "e.g. 'user:ann@contoso.example until 2026-12-31 because she is on leave'")
    private List<String> protections = new ArrayList<>();

    @Option(
            names = "--max-changes",
            paramLabel = "N|N%",
            description = "stop when more of an organisation would change (default: 20%%)")
    private @Nullable String limit;

    @Option(names = "--tolerance", paramLabel = "DAYS", description = "between two dates (default: 1)")
    private @Nullable Integer days;

    @Option(
            names = "--format",
            paramLabel = "LIST",
            split = ",",
            description = "also write the report of it: pdf,xlsx,html,csv")
    private List<String> formats = new ArrayList<>();

    /** Takes over what an earlier run was given. */
    void restore(SortedMap<String, String> given) {
        fix = given.containsKey("fix");
        treatments = parts(given.get("treat"));
        protections = parts(given.get("protect"));
        limit = given.get("max-changes");
        formats = given.containsKey("format") ? List.of(given.get("format").split(",")) : List.of();
        days = given.containsKey("tolerance") ? Integer.valueOf(given.get("tolerance")) : null;
    }

    private static List<String> parts(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    /** Adds the options as given, those that make a command the same. */
    void addTo(SortedMap<String, String> given) {
        if (fix) {
            given.put("fix", "true");
        }
        if (!treatments.isEmpty()) {
            given.put("treat", String.join(SEPARATOR, treatments));
        }
        if (!protections.isEmpty()) {
            given.put("protect", String.join(SEPARATOR, protections));
        }
        if (limit != null) {
            given.put("max-changes", limit);
        }
        if (days != null) {
            given.put("tolerance", days.toString());
        }
        if (!formats.isEmpty()) {
            given.put("format", String.join(",", formats));
        }
    }

    /**
     * The formats in which the report is written; empty for no report.
     *
     * @throws UsageException when one is not known
     */
    Set<Format> formats() {
        return ReportCommand.formats(formats);
    }

    /** @throws UsageException when something cannot be read */
    ReconcileTerms terms() {
        if (days != null && days < 0) {
            throw new UsageException("--tolerance " + days + " is not a number of days, such as 0 or 1.");
        }
        Tolerance tolerance = days == null ? Tolerance.STANDARD : new Tolerance(days, Tolerance.STANDARD.number());
        return new ReconcileTerms(handling(), limit(), tolerance);
    }

    private Handling handling() {
        try {
            Handling handling = Handling.parse(treatments, protections);
            return fix ? handling.fixing() : handling;
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + e.getMessage() + "' is not understood. Write --treat missing-there=hand-off,"
                    + " or --protect 'user:ann@contoso.example until 2026-12-31 because she is on leave'.");
        }
    }

    private ChangeLimit limit() {
        try {
            return limit == null ? ChangeLimit.STANDARD : ChangeLimit.parse(limit);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--max-changes " + limit + " is neither a number nor per cent: 20, 5% or 20,5%.");
        }
    }
}
