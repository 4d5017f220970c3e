package io.almoner.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.ledger.Home;
import io.almoner.returns.StagedFile;

/**
 * Remembers between the runs of a job that it goes wrong, so that people are told once and once more when it works again. It
 * is a small file of its own in {@code HOME/jobs}: the ledger may be the very thing that cannot be reached.
 *
 * <pre>
 * TroubleMemory memory = TroubleMemory.of(home, Path.of("jobs/weekly-reports.yaml"));
 * memory.trouble().ifPresent(trouble -> ...); // it went wrong when it was run last
 * </pre>
 */
public final class TroubleMemory {

    private static final int VERSION = 1;

    private final Path file;
    private final Path jobFile;

    private TroubleMemory(Path file, Path jobFile) {
        this.file = file;
        this.jobFile = jobFile;
    }

    /** The memory of a job, which is known by where its file stands. */
    public static TroubleMemory of(Path home, Path jobFile) {
        return new TroubleMemory(
                Home.ofJob(home, jobFile, ".json"), jobFile.toAbsolutePath().normalize());
    }

    /** What went wrong when it was run last; empty when nothing did, or when nobody can tell any more. */
    public Optional<Trouble> trouble() {
        try {
            return Optional.of(read(JsonMapper.shared().readTree(Files.readString(file))));
        } catch (IOException | JacksonException | DateTimeException e) {
            return Optional.empty(); // people are rather told twice than never
        }
    }

    private static Trouble read(JsonNode json) {
        String told = json.path("toldAt").asString("");
        return new Trouble(
                json.path("mark").asString(""),
                Instant.parse(json.path("since").asString("")),
                told.isEmpty() ? null : Instant.parse(told));
    }

    /**
     * Remembers that it goes wrong.
     *
     * @throws IOException when the home cannot be written to
     */
    public void keep(Trouble trouble) throws IOException {
        Files.createDirectories(file.getParent(), Home.only("rwx------"));
        try (StagedFile staged = StagedFile.open(file, StagedFile.Access.PRIVATE)) {
            staged.stream().write(json(trouble).getBytes(StandardCharsets.UTF_8));
            staged.commit();
        }
    }

    private String json(Trouble trouble) {
        @Nullable Instant told = trouble.toldAt();
        return JsonMapper.shared()
                .createObjectNode()
                .put("version", VERSION)
                .put("job", jobFile.toString())
                .put("mark", trouble.mark())
                .put("since", trouble.since().toString())
                .put("toldAt", told == null ? null : told.toString())
                .toString();
    }

    /**
     * Forgets it: the job works again.
     *
     * @throws IOException when the home cannot be written to
     */
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
