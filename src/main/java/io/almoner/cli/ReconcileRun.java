package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Identified;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.UnusableInputException;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.ReconcileTerms;
import io.almoner.jobs.Reconciling;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.ledger.DriftFigures;
import io.almoner.metrics.JobRecord.Ending;
import io.almoner.reconcile.Situation;
import io.almoner.report.Look;
import io.almoner.report.Paper;
import io.almoner.report.ReportException;
import io.almoner.report.ReportRequest;
import io.almoner.report.Reports;
import io.almoner.report.Scope;
import io.almoner.returns.Summary;
import io.almoner.returns.Summary.OutputFile;

/** A reconciliation: opens the ledger, reads what was named, compares, and tells how it ended. */
final class ReconcileRun {

    private final CommonOptions common;
    private final RunSettings settings;
    private final ReadingSettings reading;
    private final ReconcileSettings terms;
    private final MetricsOption metrics;
    private final Console console;

    ReconcileRun(
            CommonOptions common,
            RunSettings settings,
            ReadingSettings reading,
            ReconcileSettings terms,
            MetricsOption metrics) {
        this.common = common;
        this.settings = settings;
        this.reading = reading;
        this.terms = terms;
        this.metrics = metrics;
        this.console = new Console(common);
    }

    /**
     * Runs.
     *
     * @param plan the plan that is carried out; null when there is none
     */
    ExitCode run(List<Path> named, RunOptions.@Nullable PlannedState plan) {
        ReconcileTerms how = terms.terms();
        if (!how.handling().changesTheLedger()) {
            settings.onlyLook();
        }
        RunOptions options = settings.options(Reconciling.JOB, common, named, plan);
        terms.addTo(options.given());
        reading.addTo(options.given());
        console.note(
                named.isEmpty()
                        ? "Looking at the ledger alone"
                        : "Opening "
                                + Console.plain(
                                        named.stream().map(Path::toString).collect(Collectors.joining(", "))));
        try (Interruption interruption = new Interruption();
                StandardInput input = new StandardInput(common.home());
                Session session = Session.open(common, Session.Use.CHANGING);
                ProgressDisplay progress = new ProgressDisplay(console, common)) {
            Intake intake = new Intake(Layouts.load());
            Reconciling reconciling = new Reconciling(
                    session.access(), session.vault(), intake, Clock.systemUTC(), progress, interruption.signal());
            RunReport report;
            try {
                Identified identified = named.isEmpty()
                        ? new Identified(List.of(), List.of())
                        : JobTables.of(Reconciling.JOB, intake, input.replace(named), reading.options());
                String organisation = new DefaultOrganisation(session.access().ledger()).of(identified, options);
                report = reconciling.run(identified, options.of(organisation), how);
            } catch (UnusableInputException e) {
                report = reconciling.refuse(e, options);
            }
            progress.end();
            RunReport told = hasReport(report) ? withReport(report, options, session) : report;
            ExitCode exit = new RunEpilogue(console, common, settings).tell(told, options, session.access());
            if (!report.summary().dryRun()) {
                note(report, session.access().drifts().figures());
            }
            return exit;
        }
    }

    /** A job notes its own end. */
    private void note(RunReport report, DriftFigures figures) {
        Clock clock = Clock.systemUTC();
        Journal journal = new Journal(common.home(), metrics.file(common, common.home()), clock, console);
        journal.note(figures.covering(
                Stream.of(Situation.values()).map(Situation::name).toList()));
        if (common.witness() == null) {
            Summary summary = report.summary();
            Ending ending = new Ending(
                    clock.instant(), summary.status().word(), report.exit().code(), summary.rows());
            journal.note(common.home().resolve("almoner reconcile"), record -> record.ended(ending));
        }
    }

    /** A trial leaves nothing in the ledger that could be reported. */
    private boolean hasReport(RunReport report) {
        return !terms.formats().isEmpty()
                && !report.summary().dryRun()
                && report.unusable() == null
                && report.exit() != ExitCode.INTERRUPTED;
    }

    private RunReport withReport(RunReport report, RunOptions options, Session session) {
        Path directory = options.directory() == null
                ? common.home().resolve("runs").resolve(report.summary().run())
                : options.directory();
        Scope scope = new Scope(
                options.setting().on(), options.setting().policy(), options.organisation(), ReportCommand.DAYS_AHEAD);
        Look look = new Look(terms.formats(), common.language(), Paper.A4);
        List<OutputFile> files = new ArrayList<>(report.summary().files());
        try (Reports reports =
                new Reports(session.access(), Clock.systemUTC(), common.home().resolve("reports"))) {
            reports.write(new ReportRequest("reconciliation", scope, look, directory)).stream()
                    .map(file -> new OutputFile(
                            "report", file.toAbsolutePath().normalize().toString()))
                    .forEach(files::add);
        } catch (ReportException e) {
            console.error("The report of it could not be written: " + e.getMessage());
        }
        return report.withFiles(files);
    }
}
