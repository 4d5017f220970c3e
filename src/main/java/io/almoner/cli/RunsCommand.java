package io.almoner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Reconciling;
import io.almoner.jobs.Undoing;
import io.almoner.ledger.Run;
import io.almoner.ledger.RunStatus;

/** {@code almoner runs}. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "The runs that the ledger remembers.",
        subcommands = {
            RunsCommand.ListRuns.class,
            RunsCommand.ShowRun.class,
            RunsCommand.RestartRun.class,
            UndoCommand.class
        })
final class RunsCommand {

    private RunsCommand() {}

    /** {@code almoner runs list}. */
    @Command(name = "list", description = "Every run, the newest first.")
    static final class ListRuns implements Callable<ExitCode> {

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Override
        public ExitCode call() {
            Console console = new Console(common);
            try (Session session = Session.open(common, Session.Use.READING)) {
                List<Run> runs = session.access().runs().list();
                console.json(new JsonMapper()
                        .writeValueAsString(Map.of(
                                "version",
                                1,
                                "runs",
                                runs.stream()
                                        .map(run -> described(session, run))
                                        .toList())));
                if (runs.isEmpty()) {
                    console.result("No run yet. Begin with 'almoner migrate SOURCE --as EMAIL'.");
                }
                runs.forEach(run -> console.result("%-30s %-22s %-10s %s"
                        .formatted(
                                run.code(),
                                run.status().word(),
                                run.begun().onDate(),
                                Objects.requireNonNullElse(run.begun().actingUser(), ""))
                        .stripTrailing()));
                if (!runs.isEmpty()) {
                    console.next("'almoner runs show ID' tells more of one.");
                }
            }
            return ExitCode.DONE;
        }
    }

    /** {@code almoner runs show}. */
    @Command(name = "show", description = "One run: who, when, what, and how it ended.")
    static final class ShowRun implements Callable<ExitCode> {

        @Parameters(paramLabel = "ID", description = "the run's identifier")
        private String id = "";

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Override
        public ExitCode call() {
            Console console = new Console(common);
            try (Session session = Session.open(common, Session.Use.READING)) {
                Run run = find(session, id);
                console.json(new JsonMapper().writeValueAsString(described(session, run)));
                described(session, run).forEach((name, value) -> tell(console, name, value));
                if (isRestartable(run)) {
                    console.result("");
                    console.result("'almoner runs restart " + run.code() + "' goes on with it.");
                }
            }
            return ExitCode.DONE;
        }

        private static void tell(Console console, String name, @Nullable Object value) {
            if (value instanceof JsonNode node && node.isObject()) {
                node.properties().forEach(property -> {
                    if (!property.getValue().isEmpty() || property.getValue().isValueNode()) {
                        console.result("  %-12s %s".formatted(property.getKey(), plain(property.getValue())));
                    }
                });
            } else if (value != null) {
                console.result("%-14s %s".formatted(name, value));
            }
        }

        private static String plain(JsonNode value) {
            return value.isString() ? value.stringValue() : value.toString();
        }
    }

    /** {@code almoner runs restart}. */
    @Command(name = "restart", description = "Goes on with a run that was killed, interrupted or failed.")
    static final class RestartRun implements Callable<ExitCode> {

        @Parameters(paramLabel = "ID", description = "the run's identifier")
        private String id = "";

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Override
        public ExitCode call() {
            Run run;
            try (Session session = Session.open(common, Session.Use.READING)) {
                run = find(session, id);
            }
            if (!isRestartable(run)) {
                String state = run.undoneBy() == null ? run.status().word() : "undone";
                throw new UsageException("The run " + id + " is " + state + "; there is nothing to go on with.");
            }
            return restart(run);
        }

        private ExitCode restart(Run run) {
            SortedMap<String, String> given = new TreeMap<>();
            List<Path> sources = new ArrayList<>();
            JsonNode options = new JsonMapper().readTree(run.begun().options());
            options.properties().forEach(option -> {
                if (option.getKey().equals("sources")) {
                    option.getValue().forEach(source -> sources.add(Path.of(source.stringValue())));
                } else {
                    given.put(option.getKey(), option.getValue().stringValue());
                }
            });
            if (sources.stream().anyMatch(StandardInput::isNamedBy)) {
                throw new UsageException("The run " + id + " read standard input."
                        + " Give the same command the same input again, and it goes on.");
            }
            if (sources.isEmpty() && !run.begun().job().equals(Reconciling.JOB)) {
                throw new UsageException("The run " + id + " read no files, so there is nothing to go on with."
                        + " Give its command again.");
            }
            RunSettings settings = new RunSettings();
            settings.restore(given, Objects.requireNonNullElse(run.begun().actingUser(), ""));
            String directory = run.begun().directory();
            settings.out(directory.isEmpty() ? null : Path.of(directory));
            if (run.begun().job().equals(Undoing.JOB)) {
                return new UndoRun(common, settings).run(Objects.requireNonNull(given.get(Undoing.UNDONE)));
            }
            ReadingSettings reading = new ReadingSettings();
            reading.restore(given);
            if (run.begun().job().equals(Reconciling.JOB)) {
                ReconcileSettings terms = new ReconcileSettings();
                terms.restore(given);
                return new ReconcileRun(common, settings, reading, terms, new MetricsOption()).run(sources, null);
            }
            return new TableRun(run.begun().job(), common, settings, reading).run(sources, null);
        }
    }

    static Run find(Session session, String id) {
        return session.access()
                .runs()
                .find(id)
                .orElseThrow(() -> new UsageException(
                        "There is no run " + id + " in this ledger. 'almoner runs list' shows the runs."));
    }

    private static boolean isRestartable(Run run) {
        return run.undoneBy() == null
                && (run.status() == RunStatus.RUNNING
                        || run.status() == RunStatus.INTERRUPTED
                        || run.status() == RunStatus.FAILED);
    }

    private static Map<String, @Nullable Object> described(Session session, Run run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run", run.code());
        json.put("job", run.begun().job());
        json.put("status", run.status().word());
        json.put("dryRun", run.begun().dryRun());
        json.put("policy", run.begun().policy());
        json.put("on", run.begun().onDate().toString());
        json.put("actingUser", run.begun().actingUser());
        json.put("osUser", run.begun().osUser());
        json.put("startedAt", run.begun().startedAt().toString());
        json.put("endedAt", Objects.toString(run.endedAt(), null));
        json.put("exitCode", run.exitCode());
        json.put(
                "undoneBy",
                run.undoneBy() == null
                        ? null
                        : session.access().runs().of(run.undoneBy()).code());
        json.put("summary", run.summary() == null ? null : new JsonMapper().readTree(run.summary()));
        return json;
    }
}
