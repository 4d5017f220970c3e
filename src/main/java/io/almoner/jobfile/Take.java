package io.almoner.jobfile;

/** Which of the files that match are read. */
public enum Take {
    /** The one that was changed last. */
    NEWEST,
    /** Every one, the oldest first. */
    ALL
}
