package io.almoner.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.Category;

/** Rules about Go-To-Market offers. */
public final class OfferRules {

    /** The widest window in which an offer's end is told (GTM-004). */
    private static final int TOLD_WITHIN_DAYS = 90;

    private OfferRules() {}

    /** GTM-003 and GTM-004: an active offer has a date until which it can be used, and that date is not far. */
    public static List<Finding> dates(Benefit benefit, LocalDate on) {
        if (benefit.category() != Category.GO_TO_MARKET || benefit.status() != BenefitStatus.ACTIVE) {
            return List.of();
        }
        LocalDate until = benefit.usableUntil();
        if (until == null) {
            return List.of(Finding.of(Rule.GTM_003, "Expires", null).variant("no-date"));
        }
        if (until.isBefore(on)) {
            return List.of(Finding.of(Rule.GTM_003, "Expires", until.toString(), until.toString())
                    .variant("past"));
        }
        long days = ChronoUnit.DAYS.between(on, until);
        return days > TOLD_WITHIN_DAYS
                ? List.of()
                : List.of(Finding.of(Rule.GTM_004, "Expires", until.toString(), until.toString(), Long.toString(days)));
    }
}
