package io.almoner.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.ledger.DriftFigures;
import io.almoner.ledger.Home;
import io.almoner.metrics.JobRecord.Ending;
import io.almoner.returns.RowCounts;
import io.almoner.returns.StagedFile;

/**
 * The records of a home's jobs, a small file each in {@code HOME/jobs}, and the figures of its last reconciliations. They
 * stand beside the ledger and not in it, so that they can be read while a job is at work on it.
 *
 * <pre>
 * JobRecords records = JobRecords.in(home);
 * records.change(Path.of("jobs/weekly-reports.yaml"), record -> record.ended(ending));
 * </pre>
 */
public final class JobRecords {

    private static final int VERSION = 1;
    private static final String ENDING = ".last.json";

    private final Path home;
    private final Path drift;

    private JobRecords(Path home) {
        this.home = home;
        this.drift = home.resolve("jobs").resolve("drift.json");
    }

    /** Those of a home. */
    public static JobRecords in(Path home) {
        return new JobRecords(home);
    }

    /** That of a job, which is known by where its file stands; nothing when there is none, or none that can be read. */
    public JobRecord of(Path job) {
        return read(file(job)).map(JobRecords::record).orElse(JobRecord.NONE);
    }

    /** All of them, by the files of the jobs; without those whose file is gone. */
    public SortedMap<Path, JobRecord> all() throws IOException {
        SortedMap<Path, JobRecord> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("jobs"))) {
            files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .flatMap(file -> read(file).stream())
                    .forEach(json -> all.put(Path.of(json.path("job").asString("")), record(json)));
            all.keySet().removeIf(job -> job.toString().matches(".*\\.ya?ml") && Files.notExists(job));
        } catch (NoSuchFileException e) {
            return all; // no job has ever run
        }
        return all;
    }

    /**
     * Changes that of a job.
     *
     * @throws IOException when the home cannot be written to
     */
    public void change(Path job, UnaryOperator<JobRecord> change) throws IOException {
        Path file = file(job);
        JobRecord changed = change.apply(read(file).map(JobRecords::record).orElse(JobRecord.NONE));
        write(file, json(job.toAbsolutePath().normalize(), changed));
    }

    /** The figures of the last reconciliations; empty when there were none. */
    public Optional<DriftFigures> drift() {
        return read(drift).map(json -> {
            String oldest = json.path("oldest").asString("");
            return new DriftFigures(
                    counts(json.path("open")),
                    counts(json.path("fixed")),
                    oldest.isEmpty() ? null : LocalDate.parse(oldest));
        });
    }

    /**
     * Keeps the figures of the last reconciliations.
     *
     * @throws IOException when the home cannot be written to
     */
    public void keep(DriftFigures figures) throws IOException {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("version", VERSION);
        figures.open().forEach(json.putObject("open")::put);
        figures.fixed().forEach(json.putObject("fixed")::put);
        json.put("oldest", text(figures.oldest()));
        write(drift, json);
    }

    private Path file(Path job) {
        return Home.ofJob(home, job, ENDING);
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Optional.of(JsonMapper.shared().readTree(Files.readString(file)))
                    .filter(json -> json.path("version").asInt(0) == VERSION);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static void write(Path file, ObjectNode json) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(), Home.only("rwx------"));
        try (StagedFile staged = StagedFile.open(file, StagedFile.Access.PRIVATE)) {
            staged.stream().write(json.toString().getBytes(StandardCharsets.UTF_8));
            staged.commit();
        }
    }

    private static JobRecord record(JsonNode json) {
        return new JobRecord(
                json.path("last").isObject() ? ending(json.path("last")) : null,
                instant(json.path("succeeded")),
                instant(json.path("attended")),
                instant(json.path("next")));
    }

    private static Ending ending(JsonNode json) {
        SortedMap<String, Long> rows = counts(json.path("rows"));
        return new Ending(
                Objects.requireNonNullElse(instant(json.path("at")), Instant.EPOCH),
                json.path("status").asString(""),
                json.path("exit").asInt(1),
                new RowCounts(
                        rows.getOrDefault("read", 0L),
                        rows.getOrDefault("applied", 0L),
                        rows.getOrDefault("unchanged", 0L),
                        rows.getOrDefault("rejected", 0L),
                        rows.getOrDefault("skipped", 0L)));
    }

    private static @Nullable Instant instant(JsonNode json) {
        try {
            return json.isString() ? Instant.parse(json.asString()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static SortedMap<String, Long> counts(JsonNode json) {
        SortedMap<String, Long> counts = new TreeMap<>();
        json.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong(0)));
        return counts;
    }

    private static ObjectNode json(Path job, JobRecord record) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("version", VERSION)
                .put("job", job.toString())
                .put("succeeded", text(record.succeeded()))
                .put("attended", text(record.attended()))
                .put("next", text(record.next()));
        Ending last = record.last();
        if (last != null) {
            json.putObject("last")
                    .put("at", last.at().toString())
                    .put("status", last.status())
                    .put("exit", last.exit())
                    .set("rows", JsonMapper.shared().valueToTree(last.rows()));
        }
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
