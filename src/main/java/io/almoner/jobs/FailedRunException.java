package io.almoner.jobs;

import io.almoner.returns.Summary;

/** A run failed after it had begun. What was committed stays, and the same command goes on from there. */
public final class FailedRunException extends RuntimeException {

    private final transient Summary summary;

    FailedRunException(Summary summary, RuntimeException cause) {
        super(cause);
        this.summary = summary;
    }

    /** How far the run came. */
    public Summary summary() {
        return summary;
    }
}
