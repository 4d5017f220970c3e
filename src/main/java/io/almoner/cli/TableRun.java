package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Identified;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.UnusableInputException;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.jobs.TableJob;
import io.almoner.ledger.Ledger;

/** A command that takes tables through the ledger: opens it, reads what was named, runs, and tells how it ended. */
final class TableRun {

    private final String job;
    private final CommonOptions common;
    private final RunSettings settings;
    private final ReadingSettings reading;
    private final Console console;

    TableRun(String job, CommonOptions common, RunSettings settings, ReadingSettings reading) {
        this.job = job;
        this.common = common;
        this.settings = settings;
        this.reading = reading;
        this.console = new Console(common);
    }

    /**
     * Runs.
     *
     * @param plan the plan that is carried out; null when there is none
     */
    ExitCode run(List<Path> named, RunOptions.@Nullable PlannedState plan) {
        RunOptions options = settings.options(job, common, named, plan);
        SortedMap<String, String> given = options.given();
        reading.addTo(given);
        ReadOptions readOptions = reading.options();
        console.note("Opening "
                + Console.plain(named.stream()
                        .map(Path::toString)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")));
        // the interruption is closed last: it holds up the end of the process until the ledger is on disk
        try (Interruption interruption = new Interruption();
                StandardInput input = new StandardInput(common.home());
                Session session = Session.open(common, Session.Use.CHANGING);
                ProgressDisplay progress = new ProgressDisplay(console, common)) {
            Intake intake = new Intake(Layouts.load());
            TableJob tables = new TableJob(
                    session.access(), session.vault(), intake, Clock.systemUTC(), progress, interruption.signal());
            Reading tableReading = new Reading(intake, readOptions, input.replace(named));
            RunReport report =
                    run(tables, tableReading, options, session.access().ledger());
            progress.end();
            return new RunEpilogue(console, common, settings).tell(report, options, session.access());
        }
    }

    /** What is read, and how. */
    private record Reading(Intake intake, ReadOptions options, List<Path> sources) {}

    private RunReport run(TableJob tables, Reading tableReading, RunOptions options, Ledger ledger) {
        RunOptions.PlannedState plan = options.plan();
        if (plan != null && !plan.changedFiles().isEmpty()) {
            return tables.run(new Identified(List.of(), List.of()), options);
        }
        try {
            Identified identified =
                    JobTables.of(job, tableReading.intake(), tableReading.sources(), tableReading.options());
            return tables.run(identified, options.of(new DefaultOrganisation(ledger).of(identified, options)));
        } catch (UnusableInputException e) {
            return tables.refuse(e, options);
        }
    }
}
