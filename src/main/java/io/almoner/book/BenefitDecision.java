package io.almoner.book;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command.OrderTerms;
import io.almoner.book.Command.RecordBenefit;
import io.almoner.rules.CapacityRules;
import io.almoner.rules.OfferRules;
import io.almoner.rules.OrderRules;

/** Records a benefit and what its row says of its order. */
final class BenefitDecision {

    private BenefitDecision() {}

    static void record(Case current, RecordBenefit command, Verdict verdict) {
        Optional<Location> location = current.location(command.mpnId(), "LocationMpnId", verdict);
        if (location.isEmpty()) {
            return;
        }
        PurchaseOrder order = recordOrder(current, command.order(), location.get(), verdict);
        Optional<Benefit> known = current.book().benefits(location.get(), command.name()).stream()
                .filter(benefit -> benefit.orderId() == order.id())
                .findFirst();
        Benefit benefit = benefit(
                command,
                order,
                location.get(),
                known.map(Benefit::id).orElseGet(() -> current.identifiers().next()));
        verdict.found(OfferRules.dates(benefit, current.setting().on()));
        verdict.found(CapacityRules.use(
                current.book(),
                benefit,
                location.get(),
                current.setting().policy().useCaps()));
        verdict.found(CapacityRules.subscribingCountry(order, location.get()));
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.BENEFIT_CHANGED, before, benefit),
                () -> verdict.create(ChangeKind.BENEFIT_RECORDED, benefit));
    }

    private static PurchaseOrder recordOrder(Case current, OrderTerms terms, Location location, Verdict verdict) {
        Optional<PurchaseOrder> known = current.book().order(terms.number());
        OrderStatus status = known.filter(before -> hasAnniversaryOf(before, terms))
                .map(PurchaseOrder::status)
                .orElseGet(() -> OrderRules.status(
                        terms.anniversaryOn(), current.setting().on()));
        if (known.isPresent()) {
            PurchaseOrder before = known.get();
            PurchaseOrder after = order(before.id(), terms, before.country(), status);
            if (!hasAnniversaryOf(before, terms)) {
                verdict.found(OrderRules.renewal(after));
            }
            verdict.change(ChangeKind.ORDER_CHANGED, before, after);
            return after;
        }
        PurchaseOrder order = order(current.identifiers().next(), terms, location.country(), status);
        verdict.found(OrderRules.sameOffer(current.book(), order));
        verdict.found(OrderRules.renewal(order));
        verdict.create(ChangeKind.ORDER_RECORDED, order);
        return order;
    }

    /** An order stays where it is in its life unless its anniversary is another one. */
    private static boolean hasAnniversaryOf(PurchaseOrder order, OrderTerms terms) {
        return Objects.equals(order.anniversaryOn(), terms.anniversaryOn());
    }

    private static PurchaseOrder order(long id, OrderTerms terms, @Nullable String country, OrderStatus status) {
        return new PurchaseOrder(
                id,
                terms.number(),
                terms.offerType(),
                terms.competency(),
                country,
                terms.purchasedOn(),
                terms.anniversaryOn(),
                status,
                terms.upgradeOf());
    }

    private static Benefit benefit(RecordBenefit command, PurchaseOrder order, Location location, long id) {
        return new Benefit(
                id,
                order.id(),
                location.id(),
                command.name(),
                command.category(),
                command.type(),
                command.quantity(),
                command.unit(),
                command.used(),
                command.status(),
                command.usableUntil(),
                command.activateBy(),
                command.specialInstructions(),
                command.languages(),
                command.operatingSystems(),
                command.downloadLinks());
    }
}
