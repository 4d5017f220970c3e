package io.almoner.ledger;

import java.time.Instant;

import io.almoner.book.Change;

/**
 * A change as the audit trail has it.
 *
 * @param id its key: a higher one is younger
 * @param runId the run that made it, which knows who and why
 * @param sourceId the source that it comes from; 0 when from none
 * @param row the row of the source; 0 when from none
 * @param organisationId whose book it changed
 * @param change what changed
 * @param at when
 */
public record AuditEntry(long id, long runId, long sourceId, int row, long organisationId, Change change, Instant at) {}
