package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.almoner.jobs.ExitCode;

/** {@code almoner assign}. */
@Command(
        name = "assign",
        description =
                "Assigns in bulk: every row of a spreadsheet judged under the rules, what is right applied, the rest given back.",
        footer = {
            "",
            "Examples:",
            "  almoner template bulk_assignments",
            "  almoner assign bulk.xlsx --as admin@contoso.example --dry-run",
            "  almoner assign bulk.xlsx --as admin@contoso.example",
            "  almoner assign VS_bulk_add.xlsx Users.csv --as admin@contoso.example --org CONTOSO"
        })
final class AssignCommand implements Callable<ExitCode> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "bulk assignments, portal templates or user lists, as workbook or CSV; - for standard input")
    private List<Path> files = List.of();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunSettings settings = new RunSettings();

    @Mixin
    private final ReadingSettings reading = new ReadingSettings();

    @Override
    public ExitCode call() {
        return new TableRun("assign", common, settings, reading).run(files, null);
    }
}
