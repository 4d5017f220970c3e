package io.almoner.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Who has a seat of a benefit, and since when.
 *
 * @param benefit the benefit as the allocations show it
 * @param email the sign-in address
 * @param level subscription level, where the benefit has levels
 * @param since null where no source told
 * @param until last day; null when only the benefit's own end counts
 * @param status code of the seat's status, such as {@code ACTIVE}
 */
record AssignmentLine(
        BenefitLine benefit,
        String person,
        String email,
        @Nullable String level,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        String status) {}
