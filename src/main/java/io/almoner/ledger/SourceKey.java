package io.almoner.ledger;

/**
 * What tells one source from another.
 *
 * @param identity SHA-256 of the file's bytes in hexadecimal, with {@code /} and the sheet when it is one of several,
 *     and {@code :} and the organisation that its rows were said to be of when they name none
 * @param name the file's name, for people; not part of what tells sources apart
 * @param layout the layout that it is read by: the same bytes read otherwise are another source
 */
public record SourceKey(String identity, String name, String layout) {}
