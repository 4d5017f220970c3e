package io.almoner.metrics;

import java.time.Instant;
import java.util.List;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;

import io.almoner.metrics.JobRecord.Ending;
import io.almoner.returns.RowCounts;

/** The gauges of jobs. Their names and labels are promises: add to them, do not change them. */
final class JobGauges {

    private final GaugeSnapshot.Builder lastRun =
            gauge("almoner_last_run_timestamp_seconds", "When the job ended last, and how.");
    private final GaugeSnapshot.Builder exitCode =
            gauge("almoner_last_run_exit_code", "The exit code of the job's last run.");
    private final GaugeSnapshot.Builder lastSuccess = gauge(
            "almoner_last_success_timestamp_seconds", "When the job last did what it was to do (exit code 0 or 3).");
    private final GaugeSnapshot.Builder nextRun =
            gauge("almoner_next_run_timestamp_seconds", "When the job comes next by its schedule.");
    private final GaugeSnapshot.Builder rows = gauge("almoner_run_rows", "How the rows of the job's last run ended.");

    /** A gauge without values. */
    static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    /** A value of a gauge. */
    static GaugeDataPointSnapshot point(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    /** Adds what there is to say of a job. */
    void add(String job, JobRecord record) {
        Ending last = record.last();
        if (last != null) {
            add(lastRun, last.at(), Labels.of("job", job, "status", last.status()));
            exitCode.dataPoint(point(last.exit(), Labels.of("job", job)));
            addRows(job, last.rows());
        }
        add(lastSuccess, record.succeeded(), Labels.of("job", job));
        add(nextRun, record.next(), Labels.of("job", job));
    }

    private void addRows(String job, RowCounts counts) {
        addRows(job, "applied", counts.applied());
        addRows(job, "unchanged", counts.unchanged());
        addRows(job, "rejected", counts.rejected());
        addRows(job, "skipped", counts.skipped());
    }

    private void addRows(String job, String outcome, long count) {
        rows.dataPoint(point((double) count, Labels.of("job", job, "outcome", outcome)));
    }

    private static void add(GaugeSnapshot.Builder gauge, @Nullable Instant moment, Labels labels) {
        if (moment != null) {
            gauge.dataPoint(point((double) moment.getEpochSecond(), labels));
        }
    }

    /** Hands over those that have values. */
    void addTo(MetricSnapshots.Builder all) {
        List.of(lastRun, exitCode, lastSuccess, nextRun, rows).forEach(gauge -> all.metricSnapshot(gauge.build()));
    }
}
