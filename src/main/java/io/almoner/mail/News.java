package io.almoner.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.returns.RowCounts;

/**
 * What there is to tell about a job.
 *
 * @param title what people call the job
 * @param status how it ended, in the word of the summary
 * @param course what came before
 * @param count how its rows ended
 * @param reports the figures of the reports that it wrote
 * @param findings how many findings each code has
 * @param troubles what went wrong, for people
 * @param moved the files of the inbox, and where they stand now
 * @param files what it wrote and may go with the mail, the most wanted first
 * @param day when
 * @param runs the identifiers of its runs
 */
public record News(
        String title,
        String status,
        Course course,
        Count count,
        List<ReportFigures> reports,
        Map<String, Long> findings,
        List<String> troubles,
        Map<Path, Path> moved,
        List<Path> files,
        LocalDate day,
        List<String> runs) {

    /**
     * What came before.
     *
     * @param turn what this end means after the ends of former runs
     * @param since since when it has gone wrong, or had; null when it did not
     * @param attempts how often it was tried
     */
    public record Course(Turn turn, @Nullable Instant since, int attempts) {

        /** Nothing that people were told of. */
        public static final Course USUAL = new Course(Turn.USUAL, null, 1);

        /** What an end means after the ends of former runs. */
        public enum Turn {
            USUAL,
            /** It goes wrong, and did so before. */
            STILL_WRONG,
            /** It went wrong, and works again. */
            RECOVERED
        }
    }

    /**
     * How rows ended; all nought when there are none.
     *
     * @param extent whose rows they are
     */
    public record Count(Extent extent, RowCounts rows) {

        /** Whose rows are counted. */
        public enum Extent {
            EVERY_ROW,
            /** Those that were applied or refused for one organisation. */
            OF_AN_ORGANISATION
        }
    }

    /**
     * What a report says on its cover.
     *
     * @param title its title
     * @param nothing what an empty one says; null when there is something
     * @param figures in their order
     */
    public record ReportFigures(String title, @Nullable String nothing, List<NamedValue> figures) {}

    /**
     * A figure as people read it.
     *
     * @param note in small print; null when there is none
     */
    public record NamedValue(
            String name, String value, @Nullable String note) {}
}
