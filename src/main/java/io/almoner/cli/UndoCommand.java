package io.almoner.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.almoner.jobs.ExitCode;

/** {@code almoner runs undo}. */
@Command(
        name = "undo",
        description = "Takes back what a run did, row by row; rows that were changed since stay, with the reason.",
        footer = {
            "",
            "Examples:",
            "  almoner runs undo 20200322-091500-assign-7 --as admin@contoso.example --dry-run",
            "  almoner runs undo 20200322-091500-assign-7 --as admin@contoso.example"
        })
final class UndoCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "ID", description = "the run's identifier")
    private String id = "";

    @Option(names = "--as", paramLabel = "EMAIL", description = "the acting user")
    private @Nullable String actingUser;

    @Option(
            names = {"-n", "--dry-run"},
            description = "tell what would be taken back, change nothing")
    private boolean dryRun;

    @Option(names = "--on", paramLabel = "DATE", description = "the business date (default: today, UTC)")
    private @Nullable String on;

    @Option(names = "--policy", paramLabel = "NAME", description = "2020-03 (default), 2020-08, 2020-11, 2021-02")
    private @Nullable String policy;

    @Option(names = "--out", paramLabel = "DIR", description = "where this run's files go (default: HOME/runs/RUN-ID)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        SortedMap<String, String> given = new TreeMap<>();
        if (on != null) {
            given.put("on", on);
        }
        if (policy != null) {
            given.put("policy", policy);
        }
        if (dryRun) {
            given.put("dry-run", "true");
        }
        RunSettings settings = new RunSettings();
        settings.restore(given, actingUser == null ? "" : actingUser.strip().toLowerCase(Locale.ROOT));
        settings.out(out);
        return new UndoRun(common, settings).run(id);
    }
}
