package io.almoner.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, as {@code --json} tells it. Names and order of the fields are a promise to scripts.
 *
 * @param version of this format: 1
 * @param run the run's identifier
 * @param job the command: {@code migrate}, {@code assign} ...
 * @param status in one word
 * @param dryRun whether nothing was committed; {@code applied} then counts what would be
 * @param policy the policy it was judged under
 * @param on the business date
 * @param actingUser in whose name; null where nobody was needed
 * @param sources what was read, in that order
 * @param rows how the rows ended
 * @param findings how many findings each code has, by code
 * @param changes how many changes of each kind, by word
 * @param files what was written
 * @param seconds how long it took
 */
public record Summary(
        int version,
        String run,
        String job,
        Status status,
        boolean dryRun,
        String policy,
        LocalDate on,
        @Nullable String actingUser,
        List<Source> sources,
        RowCounts rows,
        SortedMap<String, Long> findings,
        SortedMap<String, Long> changes,
        List<OutputFile> files,
        double seconds) {

    /** The version of the format that this program writes. */
    public static final int VERSION = 1;

    /** How a run ended, in one word. */
    public enum Status {
        COMPLETED,
        COMPLETED_WITH_REJECTS,
        DRIFT_FOUND,
        PLANNED,
        REFUSED,
        INTERRUPTED,
        FAILED;

        /** The public word, such as {@code completed_with_rejects}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A table that was read. What a source does not have is left out of the JSON.
     *
     * @param file what people call the file
     * @param sheet of a workbook
     * @param layout the layout's name
     * @param sha256 fingerprint
     * @param encoding of text files
     * @param delimiter of text files
     * @param rows below the header
     * @param columns the header found for each of the layout's columns; only told by {@code inspect}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String file,
            @Nullable String sheet,
            String layout,
            String sha256,
            @Nullable String encoding,
            @Nullable String delimiter,
            long rows,
            @Nullable Map<String, String> columns) {}

    /**
     * A file that was written.
     *
     * @param kind {@code rejects}, {@code findings}, {@code plan}, {@code keys}, {@code export}, {@code report} or
     *     {@code hand_off}
     * @param path absolute
     */
    public record OutputFile(String kind, String path) {}

    public Summary {
        sources = List.copyOf(sources);
        findings = new TreeMap<>(findings);
        changes = new TreeMap<>(changes);
        files = List.copyOf(files);
    }

    /** The one line of JSON. */
    public String toJson() {
        return new Json().text(this);
    }
}
