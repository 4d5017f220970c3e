package io.almoner.jobfile;

import java.time.Duration;

/**
 * How often a job is tried whose surroundings fail: the database is away, or another process is at the ledger. What is wrong
 * with files, rows or rights stays wrong however often it is tried.
 *
 * @param attempts how often in all, the first time included
 * @param pause how long it waits before each further time
 */
public record Retry(int attempts, Duration pause) {

    /** Once, whatever happens. */
    public static final Retry NEVER = new Retry(1, Duration.ZERO);
}
