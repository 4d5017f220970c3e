package io.almoner.ledger;

import io.almoner.book.Change;

/**
 * A change and where it comes from.
 *
 * @param organisationId the organisation whose book changed: the surrogate key of its entity, which may be new in the
 *     same commit
 * @param sourceId the source, of {@link Sources#idOf}; 0 when the change comes from no file
 * @param row the row as its user sees it; 0 when the change comes from no row
 * @param change what changed
 */
public record RecordedChange(long organisationId, long sourceId, int row, Change change) {}
