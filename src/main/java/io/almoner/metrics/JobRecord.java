package io.almoner.metrics;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.almoner.returns.RowCounts;

/**
 * What is remembered of a job between its runs.
 *
 * @param last how it ended last; null when it never has
 * @param succeeded when it last did what it was to do; null when it never has
 * @param attended the moment up to which none of its times is open; null for a job that nobody has scheduled here
 * @param next when it comes next; null when nobody says
 */
public record JobRecord(
        @Nullable Ending last,
        @Nullable Instant succeeded,
        @Nullable Instant attended,
        @Nullable Instant next) {

    /** Nothing yet. */
    public static final JobRecord NONE = new JobRecord(null, null, null, null);

    private static final int DONE = 0;
    private static final int NEEDS_A_LOOK = 3;
    private static final int INTERRUPTED = 130;

    /**
     * How a run ended.
     *
     * @param at when
     * @param status in the word of the summary
     * @param exit its exit code
     * @param rows how its rows ended
     */
    public record Ending(Instant at, String status, int exit, RowCounts rows) {

        /** Whether it did what it was to do; rows that need a look were looked at by it. */
        public boolean isSuccess() {
            return exit == DONE || exit == NEEDS_A_LOOK;
        }

        /** Whether something is wrong; a run that was interrupted goes on. */
        public boolean isFailure() {
            return !isSuccess() && exit != INTERRUPTED;
        }
    }

    /** The same after one more run. */
    public JobRecord ended(Ending ending) {
        return new JobRecord(ending, ending.isSuccess() ? ending.at() : succeeded, attended, next);
    }

    /** The same when none of its times up to a moment is open. */
    public JobRecord attendedTo(Instant moment) {
        return new JobRecord(last, succeeded, moment, next);
    }

    /** The same with the time when it comes next. */
    public JobRecord comingNext(@Nullable Instant time) {
        return new JobRecord(last, succeeded, attended, time);
    }
}
