package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.metrics.JobRecord;
import io.almoner.metrics.Metrics;
import io.almoner.metrics.MetricsServer;
import io.almoner.schedule.Agenda;
import io.almoner.schedule.Due;

/** How the service and its jobs fare, for whoever asks. */
final class ServiceHealth implements MetricsServer.Told {

    /** Looks come every second. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final Collection<ScheduledFile> files;
    private final Agenda agenda;
    private final Journal journal;
    private final Duration patience;
    private final Clock clock;
    private volatile Instant looked;

    /** @param patience how long a job may wait for another */
    ServiceHealth(Collection<ScheduledFile> files, Agenda agenda, Journal journal, Duration patience, Clock clock) {
        this.files = files;
        this.agenda = agenda;
        this.journal = journal;
        this.patience = patience;
        this.clock = clock;
        this.looked = clock.instant();
    }

    /** Somebody has looked at the clock. */
    void looked(Instant now) {
        looked = now;
    }

    @Override
    public Metrics metrics() throws IOException {
        return journal.metrics();
    }

    @Override
    public List<String> troubles() {
        Instant now = clock.instant();
        List<String> troubles = new ArrayList<>();
        if (looked.plus(STANDSTILL).isBefore(now)) {
            troubles.add("the clock has stood still since " + ServiceLog.words(looked));
        }
        agenda.overdue(now, patience).stream().map(ServiceHealth::overdue).forEach(troubles::add);
        files.stream().flatMap(this::troubles).forEach(troubles::add);
        return troubles;
    }

    private static String overdue(Due due) {
        return due.job().getFileName() + ": due " + ServiceLog.words(due.last()) + " and not begun";
    }

    private Stream<String> troubles(ScheduledFile file) {
        Path job = file.file();
        JobRecord.@Nullable Ending last = journal.of(job).last();
        Stream<String> failure = last == null || !last.isFailure()
                ? Stream.empty()
                : Stream.of(job.getFileName() + ": ended with exit code " + last.exit() + " at "
                        + ServiceLog.words(last.at()));
        return Stream.concat(file.fault().stream(), failure);
    }
}
