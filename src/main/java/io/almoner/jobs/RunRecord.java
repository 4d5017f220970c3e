package io.almoner.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final Instant startedAt;
    private List<OutputFile> files = List.of();

    private RunRecord(LedgerAccess access, RunOptions options, Run run, Clock clock) {
        this.access = access;
        this.options = options;
        this.run = run;
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
            return new RunRecord(access, options.on(run.begun().onDate()), run, clock);
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
                        new JsonMapper().writeValueAsString(options.given()),
                        clock.instant()));
        return new RunRecord(access, options, run, clock);
    }

    /** Equal for commands that are the same: the same job, tables and options, in whatever order they were named. */
    private static String fingerprint(Identified identified, RunOptions options) {
        List<String> tables = identified.tables().stream()
                .map(table -> table.identity() + " " + table.layout().name())
                .sorted()
                .toList();
        return DigestUtils.sha256Hex(options.job() + "\n" + options.mode() + "\n" + options.given() + "\n" + tables);
    }

    Run run() {
        return run;
    }

    RunOptions options() {
        return options;
    }

    /** Where the run's files go. */
    Path directory() {
        String given = run.begun().directory();
        return given.isEmpty() ? options.home().toAbsolutePath().resolve("runs").resolve(run.code()) : Path.of(given);
    }

    /** Takes note of the files that were written. */
    void returned(List<OutputFile> written) {
        files = List.copyOf(written);
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
