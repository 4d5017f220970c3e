package io.almoner.drift;

import java.util.List;
import java.util.Optional;

/**
 * One way in which a portal can differ.
 *
 * @param form in which kinds of exports it shows
 * @param way plants it; says what is to be found, or nothing when there is no room for it
 */
record Plant(Form form, Way way) {

    /** The kinds of exports. */
    enum Form {
        /** A PMC export of many partners. */
        PMC,
        /** The lists of one partner's portals. */
        PORTALS,
        BOTH;

        boolean includes(Form other) {
            return this == BOTH || this == other;
        }
    }

    /** Plants it. */
    interface Way {
        Optional<List<Planted>> plant();
    }
}
