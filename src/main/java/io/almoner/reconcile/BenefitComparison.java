package io.almoner.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.almoner.book.Benefit;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Command.OrderTerms;
import io.almoner.book.Command.RecordBenefit;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;

/** Finds the benefit and the order of a row, by location, order number and name, and what differs. */
final class BenefitComparison {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;

    BenefitComparison(OrgBook book, Terms terms, Seen seen) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
    }

    List<Drift> compare(RecordBenefit row) {
        Optional<Benefit> known = book.location(row.mpnId())
                .flatMap(at -> book.benefits(at, row.name()).stream()
                        .filter(benefit ->
                                book.order(benefit).number().equals(row.order().number()))
                        .findFirst());
        if (known.isEmpty()) {
            Subject subject =
                    new Subject(Subject.Kind.BENEFIT, row.name(), row.order().number(), null, row.mpnId());
            return List.of(Drift.of(Situation.MISSING_HERE, subject, null).variant("migrate"));
        }
        Benefit here = known.get();
        if (!seen.add(here.id())) {
            return List.of(Drift.of(Situation.DUPLICATED_THERE, Subject.of(book, here), here));
        }
        List<Drift> drifts = new ArrayList<>(2);
        PurchaseOrder order = book.order(here);
        if (seen.add(order.id())) {
            drifts.addAll(order(order, row.order()));
        }
        drifts.addAll(benefit(here, row));
        return drifts;
    }

    private List<Drift> order(PurchaseOrder here, OrderTerms there) {
        List<Difference> differences = new Values(terms.tolerance())
                .word("OfferType", here.offerType(), there.offerType())
                .text("Competency", here.competency(), there.competency())
                .day("PurchaseDate", here.purchasedOn(), there.purchasedOn())
                .day("AnniversaryDate", here.anniversaryOn(), there.anniversaryOn())
                .text("UpgradeOfOrder", here.upgradeOf(), there.upgradeOf())
                .differences();
        PurchaseOrder taken = new PurchaseOrder(
                here.id(),
                here.number(),
                there.offerType(),
                there.competency() == null ? here.competency() : there.competency(),
                here.country(),
                there.purchasedOn() == null ? here.purchasedOn() : there.purchasedOn(),
                there.anniversaryOn() == null ? here.anniversaryOn() : there.anniversaryOn(),
                here.status(),
                there.upgradeOf() == null ? here.upgradeOf() : there.upgradeOf());
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, Subject.of(Subject.Kind.ORDER, here.number()), here)
                        .differing(differences)
                        .fixedBy(Change.changed(ChangeKind.ORDER_CHANGED, here, taken)));
    }

    private List<Drift> benefit(Benefit here, RecordBenefit there) {
        List<Difference> differences = new Values(terms.tolerance())
                .word("Category", here.category(), there.category())
                .word("BenefitType", here.type(), there.type())
                .number("Quantity", here.quantity(), there.quantity())
                .word("Unit", here.unit(), there.unit())
                .number("Used", here.used(), there.used())
                .word("Status", here.status(), there.status())
                .day("Expires", here.usableUntil(), there.usableUntil())
                .day("ActivateBy", here.activateBy(), there.activateBy())
                .differences();
        Benefit taken = new Benefit(
                here.id(),
                here.orderId(),
                here.locationId(),
                here.name(),
                there.category(),
                there.type(),
                there.quantity(),
                there.unit(),
                there.used(),
                there.status(),
                there.usableUntil() == null ? here.usableUntil() : there.usableUntil(),
                there.activateBy() == null ? here.activateBy() : there.activateBy(),
                here.specialInstructions(),
                here.languages(),
                here.operatingSystems(),
                here.downloadLinks());
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, Subject.of(book, here), here)
                        .differing(differences)
                        .fixedBy(Change.changed(ChangeKind.BENEFIT_CHANGED, here, taken)));
    }
}
