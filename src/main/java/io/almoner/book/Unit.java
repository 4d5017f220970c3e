package io.almoner.book;

/** What a benefit's quantity counts. */
public enum Unit {
    LICENCE,
    SEAT,
    INCIDENT,
    HOUR,
    USD_MONTH,
    USD_YEAR,
    OFFER,
    UNLIMITED;

    /** True when one assigned person uses up one of the quantity. */
    public boolean isPerPerson() {
        return this == LICENCE || this == SEAT;
    }
}
