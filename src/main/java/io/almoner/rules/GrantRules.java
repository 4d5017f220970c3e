package io.almoner.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.OrderStatus;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Words;

/** Whether a benefit still grants anything: what VS-001 and SW-001 say of one that does not. */
public final class GrantRules {

    private GrantRules() {}

    /** The rule's finding when the benefit's order, status or date ended it; empty while it can be used. */
    public static List<Finding> ended(Rule rule, OrgBook book, Benefit benefit, LocalDate on) {
        return end(rule, book, benefit, on).map(List::of).orElse(List.of());
    }

    private static Optional<Finding> end(Rule rule, OrgBook book, Benefit benefit, LocalDate on) {
        PurchaseOrder order = book.order(benefit);
        OrderStatus status = OrderRules.statusOn(order, on);
        if (OrderRules.isOver(status)) {
            return Optional.of(
                    Finding.of(rule, "OrderNumber", order.number(), benefit.name(), order.number(), Words.label(status))
                            .variant("order"));
        }
        if (benefit.status() == BenefitStatus.EXPIRED) {
            return Optional.of(Finding.of(rule, "BenefitName", benefit.name(), benefit.name())
                    .variant("expired"));
        }
        LocalDate until = benefit.usableUntil();
        return until != null && until.isBefore(on)
                ? Optional.of(Finding.of(rule, "BenefitName", benefit.name(), benefit.name(), until.toString())
                        .variant("ended"))
                : Optional.empty();
    }
}
