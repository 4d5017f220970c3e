package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import io.almoner.cli.JobEnd.Output;
import io.almoner.cli.JobMail.Mode;
import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobFileException;
import io.almoner.jobfile.JobOption;
import io.almoner.jobs.ExitCode;

/** {@code almoner run}. */
@Command(
        name = "run",
        description = "Runs a job file: what cron, systemd or Kubernetes start.",
        footer = {
            "",
            "What is given here goes before what the file says. jobs/README.md explains the files.",
            "",
            "Examples:",
            "  almoner run jobs/bulk-assignments.yaml",
            "  almoner run jobs/migration.yaml --dry-run"
        })
final class RunCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "JOB.yaml", description = "the job file")
    private Path file = Path.of("");

    @Option(names = "--on", paramLabel = "DATE", description = "the business date (default: today, UTC)")
    private @Nullable String on;

    @Option(
            names = {"-n", "--dry-run"},
            description = "plan everything, change nothing; no file is moved, no mail sent")
    private boolean dryRun;

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public ExitCode call() {
        Console console = new Console(common);
        JobFile job;
        try {
            job = JobFile.read(file, common.environment());
        } catch (JobFileException e) {
            e.problems().forEach(problem -> console.error(problem.place().in(e.file()) + ": " + problem.sentence()));
            return ExitCode.USAGE;
        }
        JobRuns.Setting setting =
                new JobRuns.Setting(common, dryRun ? Mode.REHEARSE : Mode.SEND, Output.ONE_OBJECT, RunCommand::pause);
        JobRuns runs = new JobRuns(setting, metrics, Clock.systemUTC(), console);
        return runs.of(job, given(job), List.of()).run();
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was given here and therefore goes before what the file says. */
    private Map<JobOption, String> given(JobFile job) {
        Map<JobOption, String> given = new EnumMap<>(JobOption.class);
        if (on != null) {
            given.put(JobOption.ON, on);
        }
        if (dryRun) {
            given.put(JobOption.DRY_RUN, "true");
        }
        if (isGiven("--lang")) {
            given.put(JobOption.LANGUAGE, common.language().toLanguageTag());
        }
        given.keySet().stream().filter(option -> !option.fits(job.job())).forEach(option -> {
            throw new UsageException(option.flag() + " has no meaning in a job of the kind "
                    + job.job().word() + ".");
        });
        return given;
    }

    private boolean isGiven(String option) {
        ParseResult parsed = spec == null ? null : spec.commandLine().getParseResult();
        return parsed != null && parsed.hasMatchedOption(option);
    }
}
