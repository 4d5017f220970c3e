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
import io.almoner.jobs.Migration;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;

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
            Migration migration = new Migration(
                    session.access(), session.vault(), intake, Clock.systemUTC(), progress, interruption.signal());
            RunReport report = migrate(migration, intake, readOptions, options, input.replace(named));
            progress.end();
            return new RunEpilogue(console, common, settings).tell(report, options, session.access());
        }
    }

    private RunReport migrate(
            Migration migration, Intake intake, ReadOptions readOptions, RunOptions options, List<Path> sources) {
        RunOptions.PlannedState plan = options.plan();
        if (plan != null && !plan.changedFiles().isEmpty()) {
            return migration.run(new Identified(List.of(), List.of()), options);
        }
        try {
            return migration.run(identify(intake, sources, readOptions), options);
        } catch (UnusableInputException e) {
            return migration.refuse(e, options);
        }
    }

    private Identified identify(Intake intake, List<Path> sources, ReadOptions readOptions) {
        Identified identified = intake.identify(sources, readOptions);
        return JobTables.of(job, identified);
    }
}
