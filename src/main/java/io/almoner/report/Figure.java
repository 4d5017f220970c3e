package io.almoner.report;

import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param name how designs call it
 * @param value null where it cannot be said, such as a share of nothing
 * @param note what stands beneath it in small print
 */
record Figure(
        String name,
        String label,
        Kind kind,
        @Nullable Object value,
        @Nullable String note,
        Place place) {

    /** Where it is shown. */
    enum Place {
        /** Large on the cover, which has room for six, and in every list of figures. */
        COVER,
        LIST
    }

    static Figure onCover(String name, String label, @Nullable Long value, @Nullable String note) {
        return new Figure(name, label, Kind.WHOLE, value, note, Place.COVER);
    }

    static Figure inList(String name, String label, @Nullable Long value) {
        return new Figure(name, label, Kind.WHOLE, value, null, Place.LIST);
    }
}
