package io.almoner.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.intake.Identified;
import io.almoner.intake.SourceTable;
import io.almoner.ledger.Ending;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.NewRun;
import io.almoner.ledger.Run;
import io.almoner.ledger.RunStatus;
import io.almoner.returns.Summary;
import io.almoner.returns.Summary.OutputFile;

/** A run as the ledger remembers it: begun anew, or gone on with where an earlier process of the same command left it. */
final class RunRecord {

    private final LedgerAccess access;
    private final RunOptions options;
    private final Run run;
    private final Clock clock;
    private final boolean resumed;
    private final Instant startedAt;
    private List<OutputFile> files = List.of();

    private RunRecord(LedgerAccess access, RunOptions options, Run run, boolean resumed, Clock clock) {
        this.access = access;
        this.options = options;
        this.run = run;
        this.resumed = resumed;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    static RunRecord begin(LedgerAccess access, Identified identified, RunOptions options, Clock clock) {
        String fingerprint = fingerprint(identified, options);
        access.runs().interruptOthers(fingerprint, clock.instant());
        Optional<Run> unfinished = access.runs().unfinished(fingerprint);
        if (unfinished.isPresent()) {
            Run run = unfinished.get();
            access.runs().resume(run.id());
            return new RunRecord(access, options.on(run.begun().onDate()), run, true, clock);
        }
        Path directory = options.directory();
        Run run = access.runs()
                .start(new NewRun(
                        options.job(),
                        fingerprint,
                        options.mode() == RunOptions.Mode.PLAN,
                        options.setting().policy().name(),
                        options.setting().on(),
                        options.setting().actingUser(),
                        System.getProperty("user.name", ""),
                        directory == null ? "" : directory.toAbsolutePath().toString(),
                        stored(options),
                        clock.instant()));
        return new RunRecord(access, options, run, false, clock);
    }

    /** Equal for commands that are the same: the same job, tables and options, in whatever order they were named. */
    private static String fingerprint(Identified identified, RunOptions options) {
        List<String> tables = identified.tables().stream()
                .map(table -> table.identity() + " " + table.layout().name())
                .sorted()
                .toList();
        return DigestUtils.sha256Hex(options.job() + "\n" + options.mode() + "\n" + options.given() + "\n" + tables);
    }

    /** What it takes to start the run again: the options as given and what was named. */
    private static String stored(RunOptions options) {
        Map<String, Object> stored = new LinkedHashMap<>(options.given());
        stored.put("sources", options.sources().stream().map(Path::toString).toList());
        return new JsonMapper().writeValueAsString(stored);
    }

    /** Whether an earlier process of the same command began the run. */
    boolean isResumed() {
        return resumed;
    }

    Run run() {
        return run;
    }

    RunOptions options() {
        return options;
    }

    /** Where the run's files go: as named now, else as named when it began, else its own folder in the home. */
    Path directory() {
        Path named = options.directory();
        if (named != null) {
            return named.toAbsolutePath();
        }
        String given = run.begun().directory();
        return given.isEmpty() ? options.home().toAbsolutePath().resolve("runs").resolve(run.code()) : Path.of(given);
    }

    /** Takes note of the files that were written. */
    void returned(List<OutputFile> written) {
        files = List.copyOf(written);
    }

    /** Takes note of one more file. */
    void alsoReturned(OutputFile file) {
        List<OutputFile> all = new ArrayList<>(files);
        all.add(file);
        files = List.copyOf(all);
    }

    /** The summary of the run with these figures, stored with it as its end. */
    Summary end(Figures figures, Identified identified, Summary.Status status, ExitCode exit) {
        Summary summary = new Summary(
                Summary.VERSION,
                run.code(),
                options.job(),
                status,
                options.mode() == RunOptions.Mode.PLAN,
                options.setting().policy().name(),
                options.setting().on(),
                options.setting().actingUser(),
                identified.tables().stream()
                        .map(table -> source(table, figures.rowsOf(table)))
                        .toList(),
                figures.rows(),
                figures.findings(),
                figures.changes(),
                files,
                Duration.between(startedAt, clock.instant()).toMillis() / 1000.0);
        access.runs()
                .finish(
                        run.id(),
                        new Ending(RunStatus.valueOf(status.name()), exit.code(), summary.toJson(), clock.instant()));
        access.ledger().flush(); // who has heard of the end may count on it, whatever happens to this process
        return summary;
    }

    private static Summary.Source source(SourceTable table, long rows) {
        return new Summary.Source(
                table.name(),
                table.sheet(),
                table.layout().name(),
                table.sha256(),
                table.encoding() == null ? null : table.encoding().name(),
                table.delimiter() == null ? null : table.delimiter().toString(),
                rows,
                null);
    }
}
