package io.almoner.schedule;

import java.nio.file.Path;
import java.time.ZonedDateTime;

/**
 * A job whose time has come.
 *
 * @param job its file
 * @param first the first time that is settled by this
 * @param last the last one
 * @param punctuality whether it could be noticed when it came
 */
public record Due(Path job, ZonedDateTime first, ZonedDateTime last, Punctuality punctuality) {

    /** Whether the last time was noticed when it came. */
    public enum Punctuality {
        ON_TIME,
        /** It was missed, and the job is run now instead. */
        MADE_UP,
        /** It was missed, and nothing is run for it. */
        GIVEN_UP
    }

    /** Whether a time went by at which nothing was run. */
    public boolean hasMissed() {
        return punctuality != Punctuality.ON_TIME || first.isBefore(last);
    }
}
