package io.almoner.ledger;

import java.util.Locale;

/** How far a run is, in the words of the summary's {@code status}; {@link #RUNNING} is never in a summary. */
public enum RunStatus {
    /** It works, or its process was killed. */
    RUNNING,
    COMPLETED,
    COMPLETED_WITH_REJECTS,
    DRIFT_FOUND,
    PLANNED,
    REFUSED,
    INTERRUPTED,
    FAILED;

    /** The public word, such as {@code completed_with_rejects}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
