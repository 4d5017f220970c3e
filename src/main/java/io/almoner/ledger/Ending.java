package io.almoner.ledger;

import java.time.Instant;

/**
 * How a run ended.
 *
 * @param status any but {@link RunStatus#RUNNING}
 * @param exitCode the exit code of the command
 * @param summary the summary as JSON
 * @param at when
 */
public record Ending(RunStatus status, int exitCode, String summary, Instant at) {}
