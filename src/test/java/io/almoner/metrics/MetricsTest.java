package io.almoner.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.ledger.DriftFigures;
import io.almoner.metrics.JobRecord.Ending;
import io.almoner.returns.RowCounts;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTest {

    private static final Instant MORNING = Instant.parse("2026-03-22T06:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-22T18:00:00Z");
    private static final RowCounts ROWS = new RowCounts(10, 5, 2, 2, 1);

    @TempDir
    Path folder;

    private Path home;

    private JobRecords records;

    @BeforeEach
    void begin() {
        home = folder.resolve("home");
        records = JobRecords.in(home);
    }

    @Test
    void tells_of_each_job_how_and_when_it_ended() throws Exception {
        records.change(
                job("nightly.yaml"),
                record ->
                        record.ended(new Ending(MORNING, "completed", 0, ROWS)).comingNext(EVENING));
        records.change(
                job("nightly.yaml"),
                record -> record.ended(new Ending(EVENING, "failed", 1, ROWS)).comingNext(EVENING.plusSeconds(60)));

        assertThat(lines())
                .contains(
                        "almoner_last_run_timestamp_seconds{job=\"nightly\",status=\"failed\"} 1.7742024E9",
                        "almoner_last_run_exit_code{job=\"nightly\"} 1.0",
                        "almoner_last_success_timestamp_seconds{job=\"nightly\"} 1.7741592E9",
                        "almoner_next_run_timestamp_seconds{job=\"nightly\"} 1.77420246E9",
                        "almoner_run_rows{job=\"nightly\",outcome=\"applied\"} 5.0",
                        "almoner_run_rows{job=\"nightly\",outcome=\"rejected\"} 2.0")
                .doesNotHaveDuplicates();
    }

    @Test
    void tells_two_files_of_one_name_apart() throws Exception {
        for (String place : List.of("one", "two")) {
            records.change(
                    job(place + "/nightly.yaml"), record -> record.ended(new Ending(MORNING, "completed", 0, ROWS)));
        }

        assertThat(lines())
                .anyMatch(line -> line.matches("almoner_last_run_exit_code\\{job=\".*one/nightly.yaml\"} 0.0"))
                .anyMatch(line -> line.matches("almoner_last_run_exit_code\\{job=\".*two/nightly.yaml\"} 0.0"));
    }

    @Test
    void tells_the_drift_and_for_how_long_the_oldest_is_known() throws Exception {
        records.keep(new DriftFigures(
                        new TreeMap<>(Map.of("MISSING_HERE", 3L)),
                        new TreeMap<>(Map.of("MISSING_HERE", 1L)),
                        LocalDate.of(2026, 3, 12))
                .covering(List.of("MISSING_HERE", "HOLDER_GONE")));

        assertThat(lines())
                .contains(
                        "almoner_drift_open{situation=\"missing_here\"} 3.0",
                        "almoner_drift_open{situation=\"holder_gone\"} 0.0",
                        "almoner_drift_fixed{situation=\"missing_here\"} 1.0",
                        "almoner_drift_oldest_days 10.0");
    }

    @Test
    void a_home_in_which_nothing_has_run_has_no_figures() throws Exception {
        assertThat(lines()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void everybody_may_read_the_file_and_nobody_else_the_records() throws Exception {
        records.change(job("nightly.yaml"), record -> record.ended(new Ending(MORNING, "completed", 0, ROWS)));
        Path file = home.resolve("metrics.prom");

        Metrics.of(records, EVENING).write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        try (var all = Files.list(home.resolve("jobs"))) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(all.findFirst().orElseThrow())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_record_that_cannot_be_read_counts_as_none() throws Exception {
        Path job = job("nightly.yaml");
        records.change(job, record -> record.ended(new Ending(MORNING, "completed", 0, ROWS)));
        try (var all = Files.list(home.resolve("jobs"))) {
            Files.writeString(all.findFirst().orElseThrow(), "{");
        }

        assertThat(records.of(job)).isEqualTo(JobRecord.NONE);
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_job_whose_file_is_gone_is_told_of_no_more() throws Exception {
        Path job = job("nightly.yaml");
        records.change(job, record -> record.ended(new Ending(MORNING, "completed", 0, ROWS)));
        assertThat(lines()).isNotEmpty();

        Files.delete(job);

        assertThat(lines()).isEmpty();
    }

    private Path job(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private List<String> lines() throws Exception {
        var out = new ByteArrayOutputStream();
        Metrics.of(records, EVENING).write(out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
