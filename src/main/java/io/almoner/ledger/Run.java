package io.almoner.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger remembers it.
 *
 * @param id the surrogate key
 * @param code what people call it: {@code 20260322-020000-migrate-7}; start in UTC, job, number
 * @param status how far it is
 * @param begun what was known when it began
 * @param endedAt when it ended; null while it has not
 * @param exitCode the exit code that it ended with; null while it has not
 * @param summary its summary as JSON; null while it has none
 * @param firstChange the audit trail's key of its first change; null when it has none
 * @param lastChange the key of its last change; between them stand changes of other runs when it was resumed after them
 * @param undoneBy the run that undid it; null when none did
 */
public record Run(
        long id,
        String code,
        RunStatus status,
        NewRun begun,
        @Nullable Instant endedAt,
        @Nullable Integer exitCode,
        @Nullable String summary,
        @Nullable Long firstChange,
        @Nullable Long lastChange,
        @Nullable Long undoneBy) {}
