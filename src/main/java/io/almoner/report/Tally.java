package io.almoner.report;

import org.jspecify.annotations.Nullable;

/**
 * Sums over benefits of one kind. Free and over are summed apart, so that what one benefit has too much of never hides
 * what another lacks: granted + over = assigned + free.
 *
 * @param benefits how many benefits were added up, those without a limit included
 */
record Tally(long benefits, long granted, long assigned, long free, long over, long overAllocated) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Quantity quantity) {
        Long limit = quantity.granted();
        Long left = quantity.free();
        return new Tally(
                benefits + 1,
                granted + (limit == null ? 0 : limit),
                assigned + quantity.assigned(),
                free + (left == null ? 0 : left),
                over + quantity.over(),
                overAllocated + (quantity.over() > 0 ? 1 : 0));
    }

    Tally plus(Tally other) {
        return new Tally(
                benefits + other.benefits,
                granted + other.granted,
                assigned + other.assigned,
                free + other.free,
                over + other.over,
                overAllocated + other.overAllocated);
    }

    /** Assigned as a share of granted; null where nothing is granted. */
    @Nullable
    Double use() {
        return granted == 0 ? null : Double.valueOf((double) assigned / granted);
    }
}
