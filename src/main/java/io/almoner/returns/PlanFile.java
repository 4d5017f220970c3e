package io.almoner.returns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** Writes plans to JSON files and reads them back; a file from outside is not trusted. */
public final class PlanFile {

    private static final int LONGEST = 4 << 20;
    private static final String FINGERPRINT = "[0-9a-f]{64}";

    private final Json json = new Json();

    /** One thing that must be so. */
    private record Condition(boolean met, String otherwise) {}

    /**
     * Writes a plan.
     *
     * @throws IOException when the disk refuses
     */
    public void write(Plan plan, Path target) throws IOException {
        try (StagedFile file = StagedFile.open(target, StagedFile.Access.SHARED)) {
            json.writePretty(file.stream(), plan);
            file.commit();
        }
    }

    /**
     * Reads a plan. Whether its files and the ledger are still the same is not looked at.
     *
     * @throws InvalidPlanException when it is missing, cannot be read, is no plan, was changed into nonsense, or is of a
     *     newer version
     */
    public Plan read(Path file) {
        Plan plan = parse(file, content(file));
        for (Condition condition : conditions(plan)) {
            if (!condition.met()) {
                throw new InvalidPlanException(file + " is not a plan that can be applied: " + condition.otherwise());
            }
        }
        return plan;
    }

    private static byte[] content(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidPlanException(file + " is not a file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new InvalidPlanException(file + " is too long for a plan.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new InvalidPlanException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new InvalidPlanException(file + " cannot be read.", e);
        }
    }

    private Plan parse(Path file, byte[] bytes) {
        try {
            Plan plan = json.read(new ByteArrayInputStream(bytes), Plan.class);
            if (plan == null) {
                throw new InvalidPlanException(file + " is not a plan: it is empty.");
            }
            return plan;
        } catch (StreamReadException e) {
            throw new InvalidPlanException(file + " is not JSON" + place(e.getLocation()) + ".", e);
        } catch (JacksonException e) {
            throw new InvalidPlanException(
                    file + " is not a plan that this version can read" + place(e.getLocation())
                            + ": a field is missing, unknown or of another kind.",
                    e);
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : String.format(Locale.ROOT, " (line %d, column %d)", location.getLineNr(), location.getColumnNr());
    }

    private static List<Condition> conditions(Plan plan) {
        return List.of(
                new Condition(
                        plan.version() == Plan.VERSION,
                        "it is of version " + plan.version() + ", this program reads version " + Plan.VERSION + "."),
                new Condition(!plan.command().isBlank(), "it names no command."),
                new Condition(!plan.actingUser().isBlank(), "it names no acting user."),
                new Condition(!plan.sources().isEmpty(), "it names no source."),
                new Condition(
                        plan.sources().stream().allMatch(PlanFile::isAbsolute),
                        "the path of a source is not absolute."),
                new Condition(
                        plan.sources().stream()
                                .allMatch(source -> source.sha256().matches(FINGERPRINT)),
                        "the fingerprint of a source is not 64 hexadecimal digits."));
    }

    private static boolean isAbsolute(Plan.Source source) {
        try {
            return Path.of(source.path()).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
