package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.almoner.jobs.ExitCode;

/** {@code almoner reconcile}. */
@Command(
        name = "reconcile",
        description = "Compares the ledger with what the portals export, and the ledger with itself.",
        footer = {
            "",
            "Examples:",
            "  almoner reconcile Subscribers.csv users.csv --org CONTOSO",
            "  almoner reconcile pmc-export.zip --fix --as admin@contoso.example --dry-run",
            "  almoner reconcile KeysExport.xml --fix --as admin@contoso.example",
            "  almoner reconcile"
        })
final class ReconcileCommand implements Callable<ExitCode> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description = "exports of the portals, or a PMC export; none looks at the ledger alone")
    private List<Path> sources = List.of();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunSettings settings = new RunSettings();

    @Mixin
    private final ReadingSettings reading = new ReadingSettings();

    @Mixin
    private final ReconcileSettings terms = new ReconcileSettings();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Override
    public ExitCode call() {
        return new ReconcileRun(common, settings, reading, terms, metrics).run(sources, null);
    }
}
