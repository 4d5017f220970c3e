package io.almoner.book;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.BenefitChoice;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;
import io.almoner.rules.SeatRules;

/** Finds the one benefit that a wish means: BEN-001 when none fits, BEN-002 when several do. */
final class BenefitSelection {

    /** Names less alike than this are not offered as what was meant. */
    private static final double ALIKE = 0.85;

    private final OrgBook book;
    private final BenefitChoice choice;

    BenefitSelection(OrgBook book, BenefitChoice choice) {
        this.book = book;
        this.choice = choice;
    }

    /**
     * The benefit, or what is wrong in the verdict.
     *
     * @param subscriptionGuid a seat that tells the benefit where the row does not name one and says nothing else of it;
     *     null when none is named
     */
    Optional<Benefit> find(@Nullable String subscriptionGuid, Verdict verdict) {
        if (choice.name() == null && subscriptionGuid != null) {
            Optional<Benefit> told = book.seat(subscriptionGuid)
                    .map(seat -> book.benefit(seat.benefitId()))
                    .filter(this::isAtLocation)
                    .filter(this::fits);
            if (told.isPresent()) {
                return told;
            }
        }
        List<Benefit> fitting = candidates().filter(this::fits).toList();
        if (fitting.size() > 1 && choice.level() != null) {
            fitting = fitting.stream().filter(this::fitsLevel).toList();
        }
        if (fitting.size() == 1) {
            return Optional.of(fitting.get(0));
        }
        verdict.found(fitting.isEmpty() ? none() : several(fitting));
        return Optional.empty();
    }

    private Stream<Benefit> candidates() {
        String name = choice.name();
        if (name != null) {
            return locations().flatMap(location -> book.benefitsLike(location, name).stream());
        }
        Category category = choice.category();
        Collection<Benefit> all = category == null ? book.benefits() : book.benefits(category);
        return all.stream().filter(this::isAtLocation);
    }

    private Stream<Location> locations() {
        String mpnId = choice.mpnId();
        return mpnId == null ? book.locations().stream() : book.location(mpnId).stream();
    }

    private boolean isAtLocation(Benefit benefit) {
        return choice.mpnId() == null
                || book.location(benefit.locationId()).mpnId().equals(choice.mpnId());
    }

    private boolean fits(Benefit benefit) {
        PurchaseOrder order = book.order(benefit);
        return (choice.orderNumber() == null || choice.orderNumber().equals(order.number()))
                && (choice.category() == null || choice.category() == benefit.category())
                && (choice.offerGroup() == null || choice.offerGroup() == order.offerType());
    }

    private boolean fitsLevel(Benefit benefit) {
        return SeatRules.isLevelOf(book.order(benefit), choice.level());
    }

    private Finding none() {
        String order = choice.orderNumber();
        String place = choice.mpnId() == null ? book.code() : choice.mpnId();
        if (order != null && book.order(order).isEmpty()) {
            return Finding.of(Rule.BEN_001, "OrderNumber", order, place).variant("order");
        }
        List<Benefit> named = choice.name() == null ? List.of() : candidates().toList();
        for (Benefit benefit : named) {
            if (choice.category() != null && choice.category() != benefit.category()) {
                String category = Words.label(choice.category());
                return Finding.of(Rule.BEN_001, "Category", category, benefit.name(), Words.label(benefit.category()))
                        .variant("category");
            }
            if (choice.offerGroup() != null
                    && choice.offerGroup() != book.order(benefit).offerType()) {
                String group = Words.label(choice.offerGroup());
                String actual = Words.label(book.order(benefit).offerType());
                return Finding.of(Rule.BEN_001, "OfferGroup", group, benefit.name(), actual)
                        .variant("offer-group");
            }
        }
        Optional<String> nearest = nearest();
        Finding finding = Finding.of(Rule.BEN_001, "BenefitName", choice.name(), place, nearest.orElse(""));
        return finding.variant(nearest.isPresent() ? "suggested" : "benefit");
    }

    /** What was most likely meant, among the benefits of the row's own location. */
    private Optional<String> nearest() {
        String name = choice.name();
        if (name == null || choice.mpnId() == null) {
            return Optional.empty();
        }
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String plain = Words.plain(name);
        return locations()
                .flatMap(location -> book.benefits(location).stream())
                .map(Benefit::name)
                .distinct()
                .map(other -> new Alike(other, similarity.apply(Words.plain(other), plain)))
                .filter(alike -> alike.similarity() >= ALIKE)
                .max(Comparator.comparingDouble(Alike::similarity).thenComparing(Alike::name))
                .map(Alike::name);
    }

    private record Alike(String name, double similarity) {}

    private Finding several(List<Benefit> fitting) {
        String orders = distinct(fitting, benefit -> book.order(benefit).number());
        String names = distinct(fitting, Benefit::name);
        String places =
                distinct(fitting, benefit -> book.location(benefit.locationId()).mpnId());
        if (choice.name() == null) {
            return Finding.of(Rule.BEN_002, "BenefitName", choice.level(), names, orders)
                    .variant("unnamed");
        }
        boolean severalOrders =
                fitting.stream().map(Benefit::orderId).distinct().count() > 1;
        return severalOrders
                ? Finding.of(Rule.BEN_002, "OrderNumber", choice.orderNumber(), orders)
                : Finding.of(Rule.BEN_002, "MpnId", choice.mpnId(), places).variant("locations");
    }

    private static String distinct(List<Benefit> benefits, Function<Benefit, String> what) {
        return benefits.stream().map(what).distinct().sorted().collect(Collectors.joining("; "));
    }
}
