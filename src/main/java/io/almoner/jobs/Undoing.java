package io.almoner.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.intake.Identified;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.Rehearsal;
import io.almoner.ledger.Run;
import io.almoner.ledger.RunSource;
import io.almoner.ledger.RunStatus;
import io.almoner.returns.FindingsFile;
import io.almoner.returns.Messages;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary.OutputFile;
import io.almoner.rules.Finding;

/** A run that takes another run back, row by row from the youngest to the oldest. */
public final class Undoing {

    /** The job's name. */
    public static final String JOB = "undo";

    /** The option that names the run that is undone. */
    public static final String UNDONE = "run";

    private static final Identified NO_TABLES = new Identified(List.of(), List.of());

    private final LedgerAccess access;
    private final Clock clock;
    private final Progress progress;
    private final StopSignal stop;

    /** @param access the ledger, locked by the caller */
    public Undoing(LedgerAccess access, Clock clock, Progress progress, StopSignal stop) {
        this.access = access;
        this.clock = clock;
        this.progress = progress;
        this.stop = stop;
    }

    /** Why a run cannot be undone as a whole, as a sentence with what to do instead; empty when it can be tried. */
    public Optional<String> reasonAgainst(Run run) {
        if (run.begun().dryRun()) {
            return Optional.of("The run " + run.code() + " was a dry run. It changed nothing.");
        }
        if (run.begun().job().equals(JOB)) {
            return Optional.of("The run " + run.code() + " is itself an undo. To have again what it took back,"
                    + " give the original command again: its rows are judged anew.");
        }
        Optional<Run> by = Optional.ofNullable(run.undoneBy()).map(access.runs()::of);
        if (by.filter(undo -> !mayGoOn(undo)).isPresent()) {
            return Optional.of("The run " + run.code() + " was undone already, by the run "
                    + by.get().code() + ".");
        }
        if (run.firstChange() == null) {
            return Optional.of("The run " + run.code() + " changed nothing. There is nothing to undo.");
        }
        return changedRows(run)
                ? Optional.empty()
                : Optional.of("The run " + run.code() + " (" + run.begun().job() + ") cannot be undone: it changed no"
                        + " rows, it only let keys be seen, and that stays in the audit trail.");
    }

    private static boolean mayGoOn(Run undo) {
        return undo.status() == RunStatus.RUNNING
                || undo.status() == RunStatus.INTERRUPTED
                || undo.status() == RunStatus.FAILED;
    }

    private boolean changedRows(Run run) {
        return access.runs().sources(run.id()).stream()
                .anyMatch(source -> !access.sources()
                        .rows(run.id(), source.sourceId(), Set.of(Outcome.APPLIED))
                        .isEmpty());
    }

    /**
     * Takes a run back and says how it ended. An undo that was killed or failed goes on.
     *
     * @param undone a run that nothing stands {@linkplain #reasonAgainst against}
     */
    public RunReport run(Run undone, RunOptions options) {
        RunRecord record = RunRecord.begin(access, NO_TABLES, options, clock);
        Ends ends = new Ends(access, record, NO_TABLES);
        List<RunSource> sources = access.runs().sources(undone.id());
        access.runs().remember(record.run().id(), sources);
        UndoPass.Parts parts = new UndoPass.Parts(
                undone, earlier(undone, record.run()), sources, access.auditTrail(), record, clock, stop);
        try (BatchRuntime batch = new BatchRuntime(access.dataSource())) {
            return options.mode() == RunOptions.Mode.PLAN ? plan(parts, batch, ends) : apply(parts, batch, ends);
        } catch (InterruptedRunException e) {
            return ends.interrupted(new UndoPass(parts, access.view()).figures());
        } catch (RuntimeException e) {
            throw new FailedRunException(ends.failed(new UndoPass(parts, access.view()).figures()), e);
        }
    }

    /** The runs that took some of it back before. */
    private List<Long> earlier(Run undone, Run own) {
        return access.runs().list().stream()
                .filter(run -> run.begun().job().equals(JOB) && run.id() < own.id())
                .filter(run -> named(run).equals(undone.code()))
                .map(Run::id)
                .toList();
    }

    private static String named(Run undo) {
        JsonNode options = JsonMapper.shared().readTree(undo.begun().options());
        return options.path(UNDONE).asString("");
    }

    private RunReport plan(UndoPass.Parts parts, BatchRuntime batch, Ends ends) {
        Ends.Tried tried = rehearse(parts, batch, ends);
        return ends.planned(tried);
    }

    private Ends.Tried rehearse(UndoPass.Parts parts, BatchRuntime batch, Ends ends) {
        try (Rehearsal rehearsal = access.rehearse()) {
            UndoPass pass = new UndoPass(parts, rehearsal.view());
            progress.begin(Progress.Part.TRYING, pass.totalRows());
            batch.runOnce(
                    repository -> {
                        Steps steps = new Steps(repository, pass.view());
                        return walking(JOB + "-rehearsal", pass, steps, repository)
                                .next(steps.task("return", () -> writeFindings(parts, pass)))
                                .build();
                    },
                    parts.record().run().code());
            return ends.tried(pass.view(), pass.figures());
        }
    }

    private RunReport apply(UndoPass.Parts parts, BatchRuntime batch, Ends ends) {
        UndoPass pass = new UndoPass(parts, access.view());
        progress.begin(Progress.Part.APPLYING, pass.totalRows());
        batch.run(
                repository -> job(parts, pass, repository), parts.record().run().code());
        return ends.applied(pass.view(), pass.figures());
    }

    private Job job(UndoPass.Parts parts, UndoPass pass, JobRepository repository) {
        Steps steps = new Steps(repository, pass.view());
        return walking(JOB, pass, steps, repository)
                .next(steps.task("settle", () -> settle(parts, pass)))
                .next(steps.task("return", () -> writeFindings(parts, pass)))
                .build();
    }

    private SimpleJobBuilder walking(String name, UndoPass pass, Steps steps, JobRepository repository) {
        return new JobBuilder(name, repository).start(steps.walking("walk", pass.commits(), progress));
    }

    /** A run of which nothing stays is undone as a whole. */
    private void settle(UndoPass.Parts parts, UndoPass pass) {
        RowCounts rows = pass.figures().rows();
        if (rows.applied() + rows.unchanged() == rows.read()) {
            access.runs().undone(parts.undone().id(), parts.record().run().id());
        }
    }

    private void writeFindings(UndoPass.Parts parts, UndoPass pass) {
        progress.begin(Progress.Part.WRITING, 0);
        Path directory = parts.record().directory();
        Messages messages = new Messages(parts.record().options().language());
        try {
            PrivateFolder.create(directory);
            try (FindingsFile file = FindingsFile.open(directory.resolve("findings.csv"), messages)) {
                for (UndoneSource source : pass.sources()) {
                    pass.view()
                            .sources()
                            .findings(
                                    parts.record().run().id(),
                                    source.id(),
                                    row -> add(file, source, row.row(), row.finding()));
                }
                parts.record()
                        .returned(
                                List.of(new OutputFile("findings", file.commit().toString())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(FindingsFile file, UndoneSource source, int row, Finding finding) {
        try {
            file.add(source.name(), row, finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
