package io.almoner.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;

import io.almoner.intake.CommandReader;
import io.almoner.intake.Identified;
import io.almoner.intake.Intake;
import io.almoner.intake.SourceTable;
import io.almoner.intake.UnusableInputException;
import io.almoner.intake.Vocabulary;
import io.almoner.ledger.Commit;
import io.almoner.ledger.Drifts;
import io.almoner.ledger.EarlierDrifts;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.PastLedger;
import io.almoner.ledger.Rehearsal;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.Run;
import io.almoner.ledger.Vault;
import io.almoner.reconcile.Terms;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;

/**
 * A run that compares the ledger with what portals say. First everything is compared and written down, then it is seen
 * whether too much of an organisation would change, then what is to be put right is, then the files are written.
 */
public final class Reconciling {

    /** The job's name. */
    public static final String JOB = "reconcile";

    /** For so many days after a date a finding may still depend on it: a renewal window, and some to spare. */
    private static final int CALENDAR_WINDOW = 60;

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
    public Reconciling(
            LedgerAccess access, Vault vault, Intake intake, Clock clock, Progress progress, StopSignal stop) {
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
     * @param identified the tables; none to look at the ledger alone
     */
    public RunReport run(Identified identified, RunOptions options, ReconcileTerms terms) {
        RunRecord record = RunRecord.begin(access, identified, options, clock);
        Ends ends = new Ends(access, record, identified);
        RunOptions.PlannedState plan = options.plan();
        if (plan != null
                && !record.isResumed()
                && plan.isStale(access.view().ledger().revision())) {
            return ends.stale(plan);
        }
        Function<SourceTable, CommandReader> readers = table -> CommandReader.of(
                table,
                vocabulary,
                new VaultSealer(vault),
                new CommandReader.Reading(options.dateFormat(), options.organisation()));
        Survey nothing = new Survey(Map.of(), Map.of(), Map.of(), new HashMap<>(), new CopiedMarks());
        Pass.Parts parts = new Pass.Parts(intake, identified.tables(), readers, nothing, record, vault, clock, stop);
        try (BatchRuntime batch = new BatchRuntime(access.dataSource())) {
            return options.mode() == RunOptions.Mode.PLAN
                    ? plan(parts, terms, batch, ends)
                    : apply(parts, terms, batch, ends);
        } catch (InterruptedRunException e) {
            return ends.interrupted(new Reconciliation(parts, terms, access.view()).figures());
        } catch (UnusableInputException e) {
            return ends.unusable(e);
        } catch (RuntimeException e) {
            throw new FailedRunException(ends.failed(new Reconciliation(parts, terms, access.view()).figures()), e);
        }
    }

    /** Remembers a run whose sources cannot be used. */
    public RunReport refuse(UnusableInputException e, RunOptions options) {
        Identified nothing = new Identified(List.of(), List.of());
        return new Ends(access, RunRecord.begin(access, nothing, options, clock), nothing).unusable(e);
    }

    private RunReport plan(Pass.Parts parts, ReconcileTerms terms, BatchRuntime batch, Ends ends) {
        Ends.Compared tried = rehearse(parts, terms, batch, ends);
        return allows(parts, tried) ? told(ends, tried, terms) : ends.stopped(tried.figures(), List.of());
    }

    /** The same reconciliation over a ledger that forgets. */
    private Ends.Compared rehearse(Pass.Parts parts, ReconcileTerms terms, BatchRuntime batch, Ends ends) {
        try (Rehearsal rehearsal = access.rehearse()) {
            Reconciliation run = new Reconciliation(parts, terms, rehearsal.view());
            batch.runOnce(
                    repository -> run.job(JOB + "-rehearsal", repository).build(),
                    parts.record().run().code());
            return run.ended(ends);
        }
    }

    private RunReport apply(Pass.Parts parts, ReconcileTerms terms, BatchRuntime batch, Ends ends) {
        RunRecord record = parts.record();
        if (record.options().safety().isGiven()
                && !batch.hasBegun(JOB, record.run().code())) {
            Ends.Compared tried = rehearse(parts, terms, batch, ends);
            if (!allows(parts, tried)) {
                return ends.stopped(tried.figures(), List.of());
            }
        }
        Reconciliation run = new Reconciliation(parts, terms, access.view());
        access.runs().remember(record.run().id(), run.portal.sources());
        batch.run(repository -> run.job(JOB, repository).build(), record.run().code());
        return told(ends, run.ended(ends), terms);
    }

    /** When too much would change, that is what is told. */
    private static boolean allows(Pass.Parts parts, Ends.Compared tried) {
        Figures figures = tried.figures();
        return tried.stopped().isPresent()
                || parts.record().options().safety().allows(figures.rows().rejected(), figures.judged());
    }

    private static RunReport told(Ends ends, Ends.Compared compared, ReconcileTerms terms) {
        return compared.stopped()
                .map(stopped -> ends.tooManyChanges(compared.figures(), stopped, terms.limit()))
                .orElseGet(() -> ends.reconciled(compared));
    }

    /** One reconciliation on its way through a ledger, real or rehearsed. */
    private final class Reconciliation {

        private final Pass.Parts parts;
        private final ReconcileTerms terms;
        private final LedgerView view;
        private final PortalTables portal;

        Reconciliation(Pass.Parts parts, ReconcileTerms terms, LedgerView view) {
            this.parts = parts;
            this.terms = terms;
            this.view = view;
            this.portal = new PortalTables(parts, view);
        }

        private long runId() {
            return parts.record().run().id();
        }

        SimpleJobBuilder job(String name, JobRepository repository) {
            Steps steps = new Steps(repository, view);
            PuttingRight puttingRight = new PuttingRight(parts, view, () -> new OlderLists(view, portal));
            return new JobBuilder(name, repository)
                    .start(steps.once("compare", this::compare))
                    .next(steps.committing("put-right", puttingRight, puttingRight::write))
                    .next(steps.task("return", this::writeFiles));
        }

        private void compare() {
            Drifts drifts = view.drifts();
            drifts.begin(new Drifts.Begun(runId(), scope(), question()));
            DriftLog log = new DriftLog(parts, view, terms.handling());
            RunOptions options = parts.record().options();
            Terms compared = new Terms(options.setting().on(), options.setting().policy(), terms.tolerance());
            Comparing comparing = new Comparing(parts, view, portal, compared, log, progress);
            Optional<Long> earlier = drifts.answered(question(), view.ledger().revision())
                    .filter(run -> !parts.tables().isEmpty());
            if (earlier.isPresent()) {
                takeOver(earlier.get(), comparing, log);
            } else {
                comparing.compare();
                checkTrail(log);
                drifts.compared(runId(), comparing.extent());
            }
            drifts.previous(runId()).ifPresent(previous -> drifts.remember(runId(), previous));
            new ChangeCheck(view, terms.limit(), comparing.listed()).check(runId(), comparing.strangers());
            List<Finding> ofRun = new ArrayList<>(new ProtectionCheck(view).findings(terms.handling()));
            ofRun.addAll(new AgeCheck(clock)
                    .findings(parts.tables(), options.setting().on()));
            tell(ofRun);
        }

        /** What is to be said of the run as a whole. */
        private void tell(List<Finding> findings) {
            List<RowFinding> told = findings.stream()
                    .map(finding -> new RowFinding(0, 0, finding))
                    .toList();
            view.ledger().write(new Commit(runId(), List.of(), List.of(), told, 0, clock.instant()));
        }

        /** Neither side has changed since an earlier run: what it found stands, but for what the calendar says. */
        private void takeOver(long earlier, Comparing comparing, DriftLog log) {
            EarlierDrifts drifts = view.earlierDrifts();
            Run run = access.runs().of(earlier);
            List<String> again = drifts.toLookAtAgain(
                    run.begun().onDate(), parts.record().options().setting().on(), CALENDAR_WINDOW);
            log.startAfter(drifts.takeOver(earlier, runId(), again));
            comparing.review(again);
            Drifts.Extent extent = view.drifts().extent(earlier);
            view.drifts()
                    .compared(
                            runId(),
                            new Drifts.Extent(extent.organisations(), extent.things(), extent.tableRows(), earlier));
        }

        /** Only with no source to compare with: it reads the whole trail. */
        private void checkTrail(DriftLog log) {
            if (!parts.tables().isEmpty()) {
                return;
            }
            try (PastLedger told =
                    PastLedger.ofTrail(access, parts.record().options().home())) {
                new TrailDrifts(access, log, portal.ledgerId()).compare(told);
            }
        }

        /** Runs of one scope follow each other: the same kinds of tables of the same organisations. */
        private String scope() {
            String organisation =
                    Optional.ofNullable(parts.record().options().organisation()).orElse("");
            return parts.tables().stream()
                    .map(table -> table.layout().name())
                    .sorted()
                    .distinct()
                    .reduce(organisation, (one, other) -> one + " " + other);
        }

        private String question() {
            List<String> asked = new ArrayList<>();
            SortedMap<String, String> given =
                    new TreeMap<>(parts.record().options().given());
            given.keySet().removeAll(List.of("on", "format"));
            asked.add(given.toString());
            asked.add(String.valueOf(parts.record().options().organisation()));
            asked.add(parts.record().options().setting().policy().name());
            if (terms.handling().dependsOnTheDay()) {
                asked.add(parts.record().options().setting().on().toString());
            }
            parts.tables().stream()
                    .map(table -> table.identity() + " " + table.layout().name())
                    .sorted()
                    .forEach(asked::add);
            return DigestUtils.sha256Hex(String.join("\n", asked));
        }

        private void writeFiles() {
            progress.begin(Progress.Part.WRITING, 0);
            Pass pass = new Pass(parts, view, portal.tables());
            Messages messages = new Messages(parts.record().options().language());
            Path directory = parts.record().directory();
            parts.record()
                    .returned(new Returning(intake, vault, messages)
                            .write(pass, runId(), directory, List.of(portal.ledgerId(), 0L)));
        }

        Figures figures() {
            return Figures.of(view, runId(), rows(), portal.ids());
        }

        private Map<SourceTable, Long> rows() {
            List<Long> counts = view.drifts().extent(runId()).tableRows();
            Map<SourceTable, Long> rows = new LinkedHashMap<>();
            for (int i = 0; i < counts.size(); i++) {
                rows.put(parts.tables().get(i), counts.get(i));
            }
            return rows;
        }

        /** Of a rehearsal it is read before that is taken back, and told after: the run's own row is locked till then. */
        Ends.Compared ended(Ends ends) {
            Ends.Compared compared = ends.compared(view, figures());
            if (compared.stopped().isEmpty()) {
                view.drifts().ended(runId(), view.ledger().revision());
            }
            return compared;
        }
    }
}
