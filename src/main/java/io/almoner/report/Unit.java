package io.almoner.report;

/** What a quantity counts. Only countable units may be added up across benefits. */
enum Unit {
    LICENCE(true),
    SEAT(true),
    INCIDENT(false),
    HOUR(false),
    USD_MONTH(false),
    USD_YEAR(false),
    OFFER(false),
    UNLIMITED(false);

    private final boolean countable;

    Unit(boolean countable) {
        this.countable = countable;
    }

    /** Whether one of it is what one person or machine holds, so that sums over benefits have a meaning. */
    boolean countable() {
        return countable;
    }
}
