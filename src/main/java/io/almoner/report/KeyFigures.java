package io.almoner.report;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The figures that matter, of the benefits that are usable on the report's day.
 *
 * @param benefitCount how many benefits the report lists, usable or not
 * @param seats the sums of seats and licences; other units are never mixed in
 * @param totals by category and unit, every unit by itself
 * @param ending the first benefits to end within {@link #HORIZON} days, soonest first, at most {@link #LISTED}
 * @param atRisk sums of all seats and licences that end within the horizon
 * @param endingCount how many benefits of any unit end within the horizon
 * @param nextEnd the soonest of those ends
 * @param ended sums of seats and licences of benefits that ended and are still held
 */
record KeyFigures(
        long benefitCount,
        Tally seats,
        List<CategoryTotal> totals,
        List<BenefitLine> ending,
        Tally atRisk,
        long endingCount,
        @Nullable LocalDate nextEnd,
        Tally ended) {

    static final int HORIZON = 90;
    static final int LISTED = 5;
}
