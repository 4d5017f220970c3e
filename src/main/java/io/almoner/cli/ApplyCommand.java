package io.almoner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Reconciling;
import io.almoner.jobs.RunOptions;
import io.almoner.returns.Plan;
import io.almoner.returns.PlanFile;

/** {@code almoner apply}. */
@Command(
        name = "apply",
        description = "Applies a saved plan; refused when its files or the ledger have changed since.",
        footer = {"", "Example:", "  almoner apply plan.json"})
final class ApplyCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "PLAN", description = "what --plan-out wrote")
    private Path planFile = Path.of("");

    @Option(names = "--as", paramLabel = "EMAIL", description = "the acting user (default: the plan's)")
    private @Nullable String actingUser;

    @Option(names = "--out", paramLabel = "DIR", description = "where this run's files go (default: HOME/runs/RUN-ID)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        Plan plan = new PlanFile().read(planFile);
        if (actingUser != null && !actingUser.strip().equalsIgnoreCase(plan.actingUser())) {
            throw new UsageException("The plan was made for " + plan.actingUser() + ", not for " + actingUser + ".");
        }
        SortedMap<String, String> given = new TreeMap<>(plan.options());
        given.remove("dry-run");
        given.put("on", plan.on().toString());
        RunSettings settings = new RunSettings();
        settings.restore(given, plan.actingUser());
        settings.out(out);
        ReadingSettings reading = new ReadingSettings();
        reading.restore(given);
        List<Path> files =
                plan.sources().stream().map(source -> Path.of(source.path())).toList();
        RunOptions.PlannedState planned = new RunOptions.PlannedState(plan.ledgerRevision(), changed(plan));
        if (plan.command().equals(Reconciling.JOB)) {
            ReconcileSettings terms = new ReconcileSettings();
            terms.restore(given);
            return new ReconcileRun(common, settings, reading, terms, new MetricsOption()).run(files, planned);
        }
        return new TableRun(plan.command(), common, settings, reading).run(files, planned);
    }

    private static List<String> changed(Plan plan) {
        List<String> changed = new ArrayList<>();
        for (Plan.Source source : plan.sources()) {
            try (InputStream in = Files.newInputStream(Path.of(source.path()))) {
                if (!DigestUtils.sha256Hex(in).equals(source.sha256())) {
                    changed.add(source.path());
                }
            } catch (IOException e) {
                changed.add(source.path());
            }
        }
        return changed;
    }
}
