package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.almoner.cli.JobEnd.Output;
import io.almoner.cli.JobMail.Mode;
import io.almoner.jobfile.JobFileException;
import io.almoner.jobs.ExitCode;
import io.almoner.metrics.MetricsServer;

/** {@code almoner schedule}. */
@Command(
        name = "schedule",
        description = "Runs the job files of a folder at their own times, until it is stopped.",
        footer = {
            "",
            "A job's times are its 'schedule'. One job runs at a time. What was missed while this was not running",
            "is made up once, unless the file says 'missed: skip'. SIGTERM and Ctrl-C let the current commit end.",
            "With --json each run is one object on a line of standard output.",
            "",
            "Examples:",
            "  almoner schedule jobs/",
            "  almoner schedule jobs/ --port 0 --metrics /var/lib/node_exporter/almoner.prom"
        })
final class ScheduleCommand implements Callable<ExitCode> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 30;
    private static final int HIGHEST_PORT = 65_535;

    @Parameters(paramLabel = "DIR", description = "the folder of the job files (*.yaml, *.yml), not below it")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9464",
            description = "of /metrics and /health on 127.0.0.1 (default: 9464; 0: none)")
    private int port;

    @Option(
            names = "--late-after",
            paramLabel = "MINUTES",
            defaultValue = "15",
            description = "how long a job may wait for another before somebody is told (default: 15)")
    private int lateAfter;

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        if (port < 0 || port > HIGHEST_PORT || lateAfter < 1) {
            throw new UsageException("--port is a number up to " + HIGHEST_PORT + ", --late-after one from 1 on.");
        }
        Console console = new Console(common);
        Optional<List<ScheduledFile>> files = files(console);
        if (files.isEmpty()) {
            return ExitCode.USAGE;
        }
        try (Interruption interruption = new Interruption();
                Pool pool = new Pool(console)) {
            JobRuns.Setting setting =
                    new JobRuns.Setting(common, Mode.SEND, Output.ONE_A_RUN, time -> !interruption.comesWithin(time));
            JobRuns runs = new JobRuns(setting, metrics, Clock.systemUTC(), console);
            JobService service = new JobService(
                    files.get(), runs, home(files.get(), runs), Duration.ofMinutes(lateAfter), pool.scheduler);
            return serve(service, pool, interruption, console);
        }
    }

    /** The jobs that have a schedule; empty when a file is broken, which is told. */
    private Optional<List<ScheduledFile>> files(Console console) {
        List<ScheduledFile> files = new ArrayList<>();
        boolean areSound = true;
        for (Path file : named()) {
            try {
                files.add(new ScheduledFile(file, common.environment()));
            } catch (JobFileException e) {
                areSound = false;
                e.problems()
                        .forEach(problem -> console.error(problem.place().in(e.file()) + ": " + problem.sentence()));
            }
        }
        ServiceLog log = new ServiceLog(console);
        files.stream().filter(file -> file.job().schedule() == null).forEach(file -> log.leftAside(file.file()));
        files.removeIf(file -> file.job().schedule() == null);
        if (areSound && files.isEmpty()) {
            throw new UsageException("No job file in " + folder + " has a schedule.");
        }
        return areSound ? Optional.of(files) : Optional.empty();
    }

    private List<Path> named() {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder + ".");
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one home: there is one queue for one ledger. The settings of mail are tried, too, before anything runs. */
    private static Path home(List<ScheduledFile> files, JobRuns runs) {
        files.forEach(file -> runs.of(file.job(), Map.of(), List.of()));
        Set<Path> homes = files.stream().map(file -> runs.home(file.job())).collect(Collectors.toSet());
        if (homes.size() > 1) {
            throw new UsageException("These jobs have several homes ("
                    + homes.stream().map(Path::toString).sorted().collect(Collectors.joining(", "))
                    + "). Start a service for each.");
        }
        return homes.iterator().next();
    }

    private ExitCode serve(JobService service, Pool pool, Interruption interruption, Console console) {
        try (MetricsServer server = port == 0 ? null : MetricsServer.start(port, service.health())) {
            if (server != null) {
                console.note("listens  http://127.0.0.1:" + server.port() + "/metrics and /health");
            }
            service.begin();
            ScheduledFuture<?> looks = pool.scheduler.scheduleWithFixedDelay(service::look, BETWEEN_LOOKS);
            interruption.await();
            service.stop();
            looks.cancel(false);
            console.note("stopping");
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            Failure failure = new Failure(
                    ExitCode.FAILED,
                    "Nothing can listen on port " + port + " (" + e.getMessage()
                            + "). Is there another service? --port names another one, 0 none.");
            console.error(failure.sentence());
            console.json(failure.json("schedule"));
            return failure.exit();
        }
    }

    /** A thread that looks at the clock and one that works. At the end the work is waited for, and never interrupted. */
    private static final class Pool implements AutoCloseable {

        private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

        Pool(Console console) {
            scheduler.setPoolSize(2);
            scheduler.setThreadNamePrefix("schedule-");
            scheduler.setWaitForTasksToCompleteOnShutdown(true);
            scheduler.setAwaitTerminationSeconds(PATIENCE_SECONDS);
            scheduler.setErrorHandler(e -> {
                console.error("The service stumbled and goes on: " + e);
                console.beneath(e);
            });
            scheduler.initialize();
        }

        @Override
        public void close() {
            scheduler.shutdown();
        }
    }
}
