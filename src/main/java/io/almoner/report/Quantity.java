package io.almoner.report;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Unit;

/**
 * How much of a benefit there is and how much of it is taken, in whole units.
 *
 * @param granted null when the benefit knows no limit
 * @param assigned seats held, keys activated or amount used; may exceed what is granted
 */
record Quantity(Unit unit, @Nullable Long granted, long assigned) {

    /** What is left, never below zero; null without a limit. */
    @Nullable
    Long free() {
        return granted == null ? null : Long.valueOf(Math.max(0, granted - assigned));
    }

    /** What is taken beyond the grant; zero without a limit. */
    long over() {
        return granted == null ? 0 : Math.max(0, assigned - granted);
    }

    /** Assigned as a share of granted, 1.0 being all of it; null without a limit or where nothing is granted. */
    @Nullable
    Double use() {
        return granted == null || granted == 0 ? null : Double.valueOf((double) assigned / granted);
    }
}
