package io.almoner.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Location;
import io.almoner.book.OfferType;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;

/** Rules about how much is in use: granted seats (VS-001), caps on seats (VS-005) and on use (CAP-001 to CAP-003). */
public final class CapacityRules {

    private CapacityRules() {}

    /**
     * VS-001: no more seats are held than granted; a technical benefit is held by one person at a time.
     *
     * @param heldAfter how many seats of the benefit would be held
     */
    public static List<Finding> granted(Benefit benefit, int heldAfter) {
        long granted = benefit.category() == Category.TECHNICAL ? 1 : benefit.quantity();
        boolean counted =
                benefit.category() == Category.TECHNICAL || benefit.unit().isPerPerson();
        return !counted || heldAfter <= granted
                ? List.of()
                : List.of(Finding.of(
                        Rule.VS_001,
                        "BenefitName",
                        benefit.name(),
                        Integer.toString(heldAfter),
                        Long.toString(granted)));
    }

    /** VS-005: the caps on Visual Studio seats in one country and worldwide, with one more seat at a location. */
    public static List<Finding> seatCaps(OrgBook book, Location location, Policy.SeatCaps caps, LocalDate on) {
        boolean gold = holds(book, OfferType.GOLD, on);
        if (!gold && !holds(book, OfferType.SILVER, on)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        String country = location.country();
        int inCountry = country == null ? 0 : book.visualStudioHeld(country) + 1;
        int countryCap = gold ? caps.goldCountry() : caps.silverCountry();
        if (country != null && inCountry > countryCap) {
            findings.add(Finding.of(
                            Rule.VS_005,
                            "LocationMpnId",
                            location.mpnId(),
                            Integer.toString(inCountry),
                            Integer.toString(countryCap),
                            country)
                    .variant("country"));
        }
        int worldwide = book.visualStudioHeld(null) + 1;
        int worldwideCap = gold ? caps.goldWorldwide() : caps.silverWorldwide();
        if (worldwide > worldwideCap) {
            findings.add(Finding.of(
                            Rule.VS_005,
                            "LocationMpnId",
                            location.mpnId(),
                            Integer.toString(worldwide),
                            Integer.toString(worldwideCap))
                    .variant("worldwide"));
        }
        return findings;
    }

    private static boolean holds(OrgBook book, OfferType offerType, LocalDate on) {
        return book.orders().stream()
                .anyMatch(
                        order -> order.offerType() == offerType && !OrderRules.isOver(OrderRules.statusOn(order, on)));
    }

    /** CAP-001 and CAP-002: use of a licence is at most so many times the grant, in one country and worldwide. */
    public static List<Finding> use(OrgBook book, Benefit benefit, Location at, Policy.UseCaps caps) {
        if (!benefit.unit().isPerPerson() || benefit.used() == 0) {
            return List.of();
        }
        Use use = Use.of(book, benefit, at);
        List<Finding> findings = new ArrayList<>(0);
        if (use.inCountry > use.granted * caps.country()) {
            findings.add(exceeded(Rule.CAP_001, benefit, use.inCountry, use.granted * caps.country()));
        }
        if (use.worldwide > use.granted * caps.worldwide()) {
            findings.add(exceeded(Rule.CAP_002, benefit, use.worldwide, use.granted * caps.worldwide()));
        }
        return findings;
    }

    private static Finding exceeded(Rule rule, Benefit benefit, long used, long cap) {
        return Finding.of(rule, "Used", Long.toString(benefit.used()), Long.toString(used), Long.toString(cap));
    }

    /** What an organisation uses of the benefits of one name. */
    private record Use(long granted, long inCountry, long worldwide) {

        static Use of(OrgBook book, Benefit benefit, Location at) {
            long granted = benefit.quantity();
            long inCountry = benefit.used();
            long worldwide = benefit.used();
            for (Location location : book.locations()) {
                for (Benefit other : book.benefits(location, benefit.name())) {
                    if (other.id() != benefit.id()) {
                        granted += other.quantity();
                        worldwide += other.used();
                        inCountry += Objects.equals(location.country(), at.country()) ? other.used() : 0;
                    }
                }
            }
            return new Use(granted, inCountry, worldwide);
        }
    }

    /** CAP-003: an Action Pack is used in the country that subscribed it. */
    public static List<Finding> subscribingCountry(PurchaseOrder order, Location location) {
        return usedIn(order, location.country(), "LocationMpnId", location.mpnId());
    }

    /** CAP-003: an Action Pack is used in the country that subscribed it, by whom a row places in a country. */
    public static List<Finding> countryOfUse(PurchaseOrder order, @Nullable String country) {
        return usedIn(order, country, "Country", country);
    }

    private static List<Finding> usedIn(
            PurchaseOrder order, @Nullable String used, String column, @Nullable String value) {
        @Nullable String subscribed = order.country();
        return order.offerType() != OfferType.ACTION_PACK
                        || subscribed == null
                        || used == null
                        || subscribed.equals(used)
                ? List.of()
                : List.of(Finding.of(Rule.CAP_003, column, value, used, subscribed));
    }
}
