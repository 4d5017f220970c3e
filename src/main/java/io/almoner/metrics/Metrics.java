package io.almoner.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;

import io.almoner.ledger.DriftFigures;
import io.almoner.metrics.JobRecord.Ending;
import io.almoner.returns.RowCounts;
import io.almoner.returns.StagedFile;

/**
 * How a home's jobs fare, as gauges in the text form of Prometheus. A job is named by its file, without folder and ending;
 * where two files have the same name, by the whole path.
 */
public final class Metrics {

    /** What {@link #write(OutputStream)} writes, as HTTP calls it. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final Map<String, JobRecord> jobs;
    private final Optional<DriftFigures> drift;
    private final LocalDate today;

    private Metrics(Map<String, JobRecord> jobs, Optional<DriftFigures> drift, LocalDate today) {
        this.jobs = jobs;
        this.drift = drift;
        this.today = today;
    }

    /**
     * As they are now.
     *
     * @throws IOException when the home cannot be read
     */
    public static Metrics of(JobRecords records, Instant now) throws IOException {
        return new Metrics(named(records.all()), records.drift(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private static Map<String, JobRecord> named(SortedMap<Path, JobRecord> records) {
        Map<String, JobRecord> named = new LinkedHashMap<>();
        records.forEach((file, record) -> {
            String name = stem(file);
            boolean isOnly = records.keySet().stream()
                            .map(Metrics::stem)
                            .filter(name::equals)
                            .count()
                    == 1;
            named.put(isOnly ? name : file.toString(), record);
        });
        return named;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    /**
     * Puts them into a file that everybody may read, in one piece.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        try (StagedFile staged = StagedFile.open(file, StagedFile.Access.PUBLIC)) {
            write(staged.stream());
            staged.commit();
        }
    }

    /** Writes them. */
    public void write(OutputStream out) throws IOException {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        all.metricSnapshot(ofRuns(
                "almoner_last_run_timestamp_seconds", "When the job ended last, and how.", (name, add) -> {
                    Ending last = job(name).last();
                    if (last != null) {
                        add.accept(Labels.of("job", name, "status", last.status()), seconds(last.at()));
                    }
                }));
        all.metricSnapshot(ofRuns("almoner_last_run_exit_code", "The exit code of the job's last run.", (name, add) -> {
            Ending last = job(name).last();
            if (last != null) {
                add.accept(Labels.of("job", name), (double) last.exit());
            }
        }));
        all.metricSnapshot(ofRuns(
                "almoner_last_success_timestamp_seconds",
                "When the job last did what it was to do (exit code 0 or 3).",
                (name, add) -> moment(name, job(name).succeeded(), add)));
        all.metricSnapshot(ofRuns(
                "almoner_next_run_timestamp_seconds",
                "When the job comes next by its schedule.",
                (name, add) -> moment(name, job(name).next(), add)));
        all.metricSnapshot(ofRuns("almoner_run_rows", "How the rows of the job's last run ended.", this::rows));
        drift.ifPresent(figures -> addDrift(figures, all));
        PrometheusTextFormatWriter.create().write(out, all.build());
    }

    private JobRecord job(String name) {
        return jobs.getOrDefault(name, JobRecord.NONE);
    }

    /** What a gauge has to say of one job: its labels and its value, as often as it likes. */
    @FunctionalInterface
    private interface Saying {
        void of(String job, BiConsumer<Labels, Double> values);
    }

    private GaugeSnapshot ofRuns(String name, String help, Saying saying) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        jobs.keySet().forEach(job -> saying.of(job, (labels, value) -> gauge.dataPoint(point(labels, value))));
        return gauge.build();
    }

    private static void moment(String job, @Nullable Instant moment, BiConsumer<Labels, Double> values) {
        if (moment != null) {
            values.accept(Labels.of("job", job), seconds(moment));
        }
    }

    private void rows(String job, BiConsumer<Labels, Double> values) {
        Ending last = job(job).last();
        if (last != null) {
            RowCounts rows = last.rows();
            Map<String, Long> outcomes = new LinkedHashMap<>();
            outcomes.put("applied", rows.applied());
            outcomes.put("unchanged", rows.unchanged());
            outcomes.put("rejected", rows.rejected());
            outcomes.put("skipped", rows.skipped());
            outcomes.forEach(
                    (outcome, count) -> values.accept(Labels.of("job", job, "outcome", outcome), count.doubleValue()));
        }
    }

    private void addDrift(DriftFigures figures, MetricSnapshots.Builder all) {
        all.metricSnapshot(bySituation("almoner_drift_open", "Drift that is left to be done.", figures.open()));
        all.metricSnapshot(bySituation(
                "almoner_drift_fixed", "Drift that the newest reconciliations put right.", figures.fixed()));
        LocalDate oldest = figures.oldest();
        long days = oldest == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(oldest, today));
        all.metricSnapshot(GaugeSnapshot.builder()
                .name("almoner_drift_oldest_days")
                .help("For how many days the oldest open drift is known; 0 when none is open.")
                .dataPoint(point(Labels.EMPTY, (double) days))
                .build());
    }

    private static GaugeSnapshot bySituation(String name, String help, SortedMap<String, Long> counts) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        counts.forEach((situation, count) ->
                gauge.dataPoint(point(Labels.of("situation", situation.toLowerCase(Locale.ROOT)), count)));
        return gauge.build();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static double seconds(Instant moment) {
        return moment.getEpochSecond();
    }
}
