package io.almoner.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.Category;
import io.almoner.book.OfferType;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Words;

/** Rules about Go-To-Market offers: MKT-001 and GTM-001 to GTM-004. */
public final class OfferRules {

    /** The widest window in which an offer's end is told (GTM-004). */
    private static final int TOLD_WITHIN_DAYS = 90;

    private OfferRules() {}

    /** MKT-001, GTM-001 to GTM-003: what an offer needs to be activated on a day. */
    public static List<Finding> activation(OrgBook book, Benefit offer, Policy policy, LocalDate on) {
        List<Finding> findings = new ArrayList<>(0);
        if (book.contacts().isEmpty()) {
            findings.add(Finding.of(Rule.MKT_001, "BenefitName", offer.name(), book.code()));
        }
        findings.addAll(fits(book, offer, policy, on));
        LocalDate until = offer.usableUntil();
        if (until != null && until.isBefore(on)) {
            findings.add(Finding.of(Rule.GTM_003, "BenefitName", offer.name(), until.toString())
                    .variant("over"));
        } else if (offer.status() == BenefitStatus.EXPIRED || isTooLate(offer.activateBy(), on)) {
            findings.add(Finding.of(Rule.GTM_002, "BenefitName", offer.name(), offer.name()));
        }
        return findings;
    }

    private static boolean isTooLate(@Nullable LocalDate activateBy, LocalDate on) {
        return activateBy != null && activateBy.isBefore(on);
    }

    /** GTM-001: the offer's own order is in force, and the organisation has the level that the offer asks for. */
    private static List<Finding> fits(OrgBook book, Benefit offer, Policy policy, LocalDate on) {
        PurchaseOrder order = book.order(offer);
        if (OrderRules.isOver(OrderRules.statusOn(order, on))) {
            return List.of(Finding.of(
                            Rule.GTM_001,
                            "OrderNumber",
                            order.number(),
                            order.number(),
                            Words.label(OrderRules.statusOn(order, on)))
                    .variant("order"));
        }
        OfferType needed = policy.offers().get(Words.plain(offer.name()));
        if (needed == null) {
            return List.of();
        }
        boolean reached = book.orders().stream()
                .filter(other -> !OrderRules.isOver(OrderRules.statusOn(other, on)))
                .anyMatch(other -> level(other.offerType()) >= level(needed));
        return reached
                ? List.of()
                : List.of(Finding.of(Rule.GTM_001, "BenefitName", offer.name(), Words.label(needed))
                        .variant("level"));
    }

    private static int level(OfferType offerType) {
        return switch (offerType) {
            case GOLD -> 2;
            case SILVER -> 1;
            case NETWORK, ACTION_PACK, LEARNING_ACTION_PACK, ISV_COSELL -> 0;
        };
    }

    /** GTM-004: told when an offer is asked for that ends soon. */
    public static List<Finding> endsSoon(Benefit offer, LocalDate on) {
        LocalDate until = offer.usableUntil();
        return until == null || until.isBefore(on) ? List.of() : soon(until, on);
    }

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
        return soon(until, on);
    }

    private static List<Finding> soon(LocalDate until, LocalDate on) {
        long days = ChronoUnit.DAYS.between(on, until);
        return days > TOLD_WITHIN_DAYS
                ? List.of()
                : List.of(Finding.of(Rule.GTM_004, "Expires", until.toString(), until.toString(), Long.toString(days)));
    }
}
