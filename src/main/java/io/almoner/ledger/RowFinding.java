package io.almoner.ledger;

import io.almoner.rules.Finding;

/**
 * A finding and the row that it is about.
 *
 * @param sourceId the source, of {@link Sources#idOf}; 0 when it is about no file
 * @param row the row as its user sees it; 0 when it is not about a row
 * @param finding the finding, secrets masked
 */
public record RowFinding(long sourceId, int row, Finding finding) {}
