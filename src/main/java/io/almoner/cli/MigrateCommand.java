package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.almoner.jobs.ExitCode;

/** {@code almoner migrate}. */
@Command(
        name = "migrate",
        description =
                "Moves a PMC export into the ledger: every row judged, what is right applied, the rest given back.",
        footer = {
            "",
            "Examples:",
            "  almoner migrate sample-data/pmc-export --as admin@contoso.example",
            "  almoner migrate export.zip --as admin@contoso.example --dry-run",
            "  almoner migrate pmc.xlsx --as admin@contoso.example --plan-out plan.json"
        })
final class MigrateCommand implements Callable<ExitCode> {

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "folder, ZIP, workbook or single files; - for standard input")
    private List<Path> sources = List.of();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunSettings settings = new RunSettings();

    @Mixin
    private final ReadingSettings reading = new ReadingSettings();

    @Override
    public ExitCode call() {
        return new TableRun("migrate", common, settings, reading).run(sources, null);
    }
}
