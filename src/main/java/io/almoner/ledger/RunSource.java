package io.almoner.ledger;

/**
 * A source of a run.
 *
 * @param sourceId the source, of {@link Sources#idOf}
 * @param path the file as the user named it, with the part of a package that it is, if any
 * @param details JSON object of what was found out about it: encoding, delimiter, rows
 */
public record RunSource(long sourceId, String path, String details) {}
