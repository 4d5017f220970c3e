package io.almoner.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;

import io.almoner.book.Setting;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Identified;
import io.almoner.intake.Ignored;
import io.almoner.intake.Intake;
import io.almoner.intake.KeySealer;
import io.almoner.intake.SourceTable;
import io.almoner.intake.UnusableInputException;
import io.almoner.intake.Vocabulary;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.Rehearsal;
import io.almoner.ledger.RunSource;
import io.almoner.ledger.Vault;
import io.almoner.portal.Export;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** A run over tables: a first reading, a trial where one is asked for, the walk, the checks at its end, the files. */
public final class TableJob {

    private final LedgerAccess access;
    private final Vault vault;
    private final Intake intake;
    private final Clock clock;
    private final Progress progress;
    private final StopSignal stop;
    private final Vocabulary vocabulary = Vocabulary.load();

    /**
     * @param access the ledger, locked by the caller
     * @param vault the home's vault
     */
    public TableJob(LedgerAccess access, Vault vault, Intake intake, Clock clock, Progress progress, StopSignal stop) {
        this.access = access;
        this.vault = vault;
        this.intake = intake;
        this.clock = clock;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Runs to the end and says how it ended. A run of the same command that was killed or failed goes on.
     *
     * @param identified the tables
     * @param options what is to be done with them
     */
    public RunReport run(Identified identified, RunOptions options) {
        Identified distinct = distinct(identified);
        RunRecord record = RunRecord.begin(access, distinct, options, clock);
        Ends ends = new Ends(access, record, distinct);
        RunOptions.PlannedState plan = options.plan();
        if (plan != null
                && !record.isResumed()
                && plan.isStale(access.view().ledger().revision())) {
            return ends.stale(plan);
        }
        Survey survey;
        try {
            progress.begin(Progress.Part.CHECKING, 0);
            survey = new Surveyor(intake, readers(options), options.setting().actingUser()).read(distinct.tables());
        } catch (UnusableInputException e) {
            return ends.unusable(e);
        }
        Pass.Parts parts =
                new Pass.Parts(intake, distinct.tables(), readers(options), survey, record, vault, clock, stop);
        access.runs().remember(record.run().id(), sources(distinct, options));
        try (BatchRuntime batch = new BatchRuntime(access.dataSource())) {
            return options.mode() == RunOptions.Mode.PLAN ? plan(parts, batch, ends) : apply(parts, batch, ends);
        } catch (InterruptedRunException e) {
            return ends.interrupted(new Pass(parts, access.view()), survey);
        } catch (RuntimeException e) {
            throw new FailedRunException(ends.failed(new Pass(parts, access.view()), survey), e);
        }
    }

    /** Remembers a run whose sources cannot be used. */
    public RunReport refuse(UnusableInputException e, RunOptions options) {
        Identified nothing = new Identified(List.of(), List.of());
        RunRecord record = RunRecord.begin(access, nothing, options, clock);
        return new Ends(access, record, nothing).unusable(e);
    }

    private Function<SourceTable, CommandReader> readers(RunOptions options) {
        KeySealer sealer = new VaultSealer(vault);
        return table -> CommandReader.of(
                table, vocabulary, sealer, new CommandReader.Reading(options.dateFormat(), options.organisation()));
    }

    /** Tables that were named twice are read once. */
    private static Identified distinct(Identified identified) {
        Map<String, SourceTable> tables = new LinkedHashMap<>();
        List<Ignored> ignored = new ArrayList<>(identified.ignored());
        for (SourceTable table : identified.tables()) {
            SourceTable first =
                    tables.putIfAbsent(table.identity() + " " + table.layout().name(), table);
            if (first != null) {
                ignored.add(new Ignored(
                        table.label(),
                        Finding.of(Rule.FIL_007, null, null, first.label()).variant("file")));
            }
        }
        return new Identified(List.copyOf(tables.values()), ignored);
    }

    private List<RunSource> sources(Identified identified, RunOptions options) {
        return identified.tables().stream()
                .map(table -> new RunSource(
                        access.sources().idOf(Pass.key(table, options)),
                        table.path().toAbsolutePath() + (table.entry() == null ? "" : "!" + table.entry()),
                        "{}"))
                .toList();
    }

    private RunReport plan(Pass.Parts parts, BatchRuntime batch, Ends ends) {
        Ends.Tried tried = rehearse(parts, batch, ends);
        return parts.record()
                        .options()
                        .safety()
                        .allows(
                                tried.figures().rows().rejected(),
                                tried.figures().judged())
                ? ends.planned(tried)
                : ends.stopped(tried);
    }

    private RunReport apply(Pass.Parts parts, BatchRuntime batch, Ends ends) {
        RunOptions options = parts.record().options();
        if (options.safety().isGiven()
                && !batch.hasBegun(options.job(), parts.record().run().code())) {
            Ends.Tried tried = rehearse(parts, batch, ends);
            if (!options.safety()
                    .allows(tried.figures().rows().rejected(), tried.figures().judged())) {
                return ends.stopped(tried);
            }
        }
        Pass pass = new Pass(parts, access.view());
        progress.begin(Progress.Part.APPLYING, parts.survey().totalRows());
        batch.run(
                repository -> job(options.job(), parts, pass, repository)
                        .next(new Steps(repository, pass.view()).task("hand-out", () -> handOut(parts.record())))
                        .build(),
                parts.record().run().code());
        return ends.applied(pass, parts.survey());
    }

    /** The same job over a ledger that forgets. */
    private Ends.Tried rehearse(Pass.Parts parts, BatchRuntime batch, Ends ends) {
        progress.begin(Progress.Part.TRYING, parts.survey().totalRows());
        try (Rehearsal rehearsal = access.rehearse()) {
            Pass pass = new Pass(parts, rehearsal.view());
            String name = parts.record().options().job() + "-rehearsal";
            batch.runOnce(
                    repository -> job(name, parts, pass, repository).build(),
                    parts.record().run().code());
            return ends.tried(pass, parts.survey());
        }
    }

    private SimpleJobBuilder job(String name, Pass.Parts parts, Pass pass, JobRepository repository) {
        Steps steps = new Steps(repository, pass.view());
        return new JobBuilder(name, repository)
                .start(steps.walking("walk", pass.commits(), progress))
                .next(steps.task("settle", () -> settle(pass, parts)))
                .next(steps.task("return", () -> writeFiles(pass, parts)));
    }

    private void settle(Pass pass, Pass.Parts parts) {
        progress.begin(Progress.Part.REVIEWING, 0);
        new Settlement(intake, pass, parts.record().run().id(), clock).settle();
    }

    private void writeFiles(Pass pass, Pass.Parts parts) {
        progress.begin(Progress.Part.WRITING, 0);
        Messages messages = new Messages(parts.record().options().language());
        parts.record()
                .returned(new Returning(intake, vault, messages)
                        .write(pass, parts.record().run().id(), parts.record().directory()));
    }

    /** Never in a rehearsal: what is handed out has been committed. A migration has no key shown. */
    private void handOut(RunRecord record) {
        if (record.options().setting().purpose() == Setting.Purpose.WISH) {
            new HandOut(access, vault)
                    .write(record.run().id(), record.directory(), Export.Format.XLSX)
                    .ifPresent(record::alsoReturned);
        }
    }
}
