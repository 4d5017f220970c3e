package io.almoner.cli;

import java.time.Clock;
import java.util.List;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.jobs.Undoing;
import io.almoner.ledger.Run;

/** A command that takes a run back: opens the ledger, finds the run, and tells how it ended. */
final class UndoRun {

    private final CommonOptions common;
    private final RunSettings settings;

    UndoRun(CommonOptions common, RunSettings settings) {
        this.common = common;
        this.settings = settings;
    }

    /** @throws UsageException when there is no such run, or when it cannot be undone as a whole */
    ExitCode run(String id) {
        RunOptions options = settings.options(Undoing.JOB, common, List.of(), null);
        options.given().put(Undoing.UNDONE, id);
        Console console = new Console(common);
        // the interruption is closed last: it holds up the end of the process until the ledger is on disk
        try (Interruption interruption = new Interruption();
                Session session = Session.open(common, Session.Use.CHANGING);
                ProgressDisplay progress = new ProgressDisplay(console, common)) {
            Run run = RunsCommand.find(session, id);
            Undoing undoing = new Undoing(session.access(), Clock.systemUTC(), progress, interruption.signal());
            undoing.reasonAgainst(run).ifPresent(reason -> {
                throw new UsageException(reason);
            });
            RunReport report = undoing.run(run, options);
            progress.end();
            return new RunEpilogue(console, common, settings).tell(report, options, session.access());
        }
    }
}
