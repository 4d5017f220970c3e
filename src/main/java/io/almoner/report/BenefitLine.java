package io.almoner.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * A benefit and how much of it is used.
 *
 * @param category code of the category, such as {@code VISUAL_STUDIO}
 * @param status code of the status, such as {@code ACTIVE}
 * @param usableUntil last day of use; null when it does not end
 */
record BenefitLine(
        OrderLine order,
        String category,
        String name,
        Quantity quantity,
        String status,
        @Nullable LocalDate usableUntil) {

    /** Whether it can no longer be used on that day; on its last day it still can. */
    boolean endedBy(LocalDate day) {
        return status.equals("EXPIRED") || (usableUntil != null && usableUntil.isBefore(day));
    }

    /** Whether it is part of the sums of that day: usable, and counted in seats or licences. */
    boolean countedOn(LocalDate day) {
        return quantity.unit().isPerPerson() && !endedBy(day);
    }

    /** Whether it is usable on that day and ends within so many days of it. */
    boolean endsWithin(long days, LocalDate day) {
        return usableUntil != null && !endedBy(day) && ChronoUnit.DAYS.between(day, usableUntil) <= days;
    }
}
