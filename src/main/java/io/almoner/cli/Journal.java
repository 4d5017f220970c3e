package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

import io.almoner.ledger.DriftFigures;
import io.almoner.metrics.JobRecord;
import io.almoner.metrics.JobRecords;
import io.almoner.metrics.Metrics;

/**
 * Notes how the jobs of a home fare, and writes the metrics anew. What cannot be noted is told, and fails
 * nothing. Safe for use by several threads.
 */
final class Journal {

    private final JobRecords records;
    private final Path metrics;
    private final Clock clock;
    private final Console console;

    /** @param metrics the file of the metrics */
    Journal(Path home, Path metrics, Clock clock, Console console) {
        this.records = JobRecords.in(home);
        this.metrics = metrics;
        this.clock = clock;
        this.console = console;
    }

    /** Notes something about a job. */
    void note(Path job, UnaryOperator<JobRecord> change) {
        attempt(() -> {
            records.change(job, change);
            metrics().write(metrics);
        });
    }

    /** Notes what reconciliations found. */
    void note(DriftFigures figures) {
        attempt(() -> records.keep(figures));
    }

    /** What is noted of a job. */
    JobRecord of(Path job) {
        return records.of(job);
    }

    /** The metrics as they are now. */
    Metrics metrics() throws IOException {
        return Metrics.of(records, clock.instant());
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private synchronized void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            console.note("It cannot be noted for those who watch over this machine how the job fares ("
                    + e.getClass().getSimpleName() + " " + e.getMessage() + ").");
            console.beneath(e);
        }
    }
}
