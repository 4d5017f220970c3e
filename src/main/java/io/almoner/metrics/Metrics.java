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

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import io.almoner.ledger.DriftFigures;
import io.almoner.returns.StagedFile;

import static io.almoner.metrics.JobGauges.gauge;
import static io.almoner.metrics.JobGauges.point;

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
        JobGauges gauges = new JobGauges();
        jobs.forEach(gauges::add);
        gauges.addTo(all);
        drift.ifPresent(figures -> addTo(all, figures));
        PrometheusTextFormatWriter.create().write(out, all.build());
    }

    private void addTo(MetricSnapshots.Builder all, DriftFigures figures) {
        LocalDate oldest = figures.oldest();
        long days = oldest == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(oldest, today));
        all.metricSnapshot(bySituation("almoner_drift_open", "Drift that is left to be done.", figures.open()));
        all.metricSnapshot(bySituation(
                "almoner_drift_fixed", "Drift that the newest reconciliations put right.", figures.fixed()));
        all.metricSnapshot(gauge(
                        "almoner_drift_oldest_days",
                        "For how many days the oldest open drift is known; 0 when none is open.")
                .dataPoint(point((double) days, Labels.EMPTY))
                .build());
    }

    private static GaugeSnapshot bySituation(String name, String help, SortedMap<String, Long> counts) {
        GaugeSnapshot.Builder gauge = gauge(name, help);
        counts.forEach((situation, count) -> gauge.dataPoint(
                point(count.doubleValue(), Labels.of("situation", situation.toLowerCase(Locale.ROOT)))));
        return gauge.build();
    }
}
