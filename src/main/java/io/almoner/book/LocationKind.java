package io.almoner.book;

/** What a location was in PMC's tree and is in Partner Center's flat list. */
public enum LocationKind {
    /** PMC headquarters; the global account (PGA) in Partner Center. */
    HEADQUARTERS,
    /** PMC location; a location account (PLA) in Partner Center. */
    LOCATION
}
