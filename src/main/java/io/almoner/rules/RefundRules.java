package io.almoner.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.Category;
import io.almoner.book.KeyState;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;

/** Rules about the cancellation of an order for a refund: REF-001 to REF-005. */
public final class RefundRules {

    private RefundRules() {}

    /** Everything that stands in the way of a refund, each with the day or the key that does. */
    public static List<Finding> refund(
            OrgBook book, PurchaseOrder order, Policy policy, LocalDate requestedOn, @Nullable String serviceRequest) {
        List<Finding> findings = new ArrayList<>(inTime(order, policy, requestedOn));
        for (Benefit benefit : book.benefits(order)) {
            activated(book, benefit, policy, findings);
        }
        if (serviceRequest == null) {
            findings.add(Finding.of(Rule.REF_004, "ServiceRequest", null));
        }
        upgraded(book, order, findings);
        return findings;
    }

    /** REF-001: within so many days of the purchase, the last one included. */
    private static List<Finding> inTime(PurchaseOrder order, Policy policy, LocalDate requestedOn) {
        LocalDate purchased = order.purchasedOn();
        if (purchased == null) {
            return List.of(
                    Finding.of(Rule.REF_001, "OrderNumber", order.number()).variant("unknown"));
        }
        if (requestedOn.isBefore(purchased)) {
            return List.of(Finding.of(Rule.REF_001, "RequestDate", requestedOn.toString()));
        }
        LocalDate last = purchased.plusDays(policy.refundDays());
        return requestedOn.isAfter(last)
                ? List.of(Finding.of(
                                Rule.REF_001,
                                "RequestDate",
                                requestedOn.toString(),
                                purchased.toString(),
                                last.toString(),
                                requestedOn.toString())
                        .variant("late"))
                : List.of();
    }

    private static void activated(OrgBook book, Benefit benefit, Policy policy, List<Finding> findings) {
        boolean counts =
                benefit.category() == Category.SOFTWARE || policy.refundScope() == Policy.RefundScope.ANY_BENEFIT;
        for (ProductKey key : book.keys(benefit)) {
            if (counts && isActivated(key)) {
                findings.add(Finding.of(
                                Rule.REF_002,
                                "OrderNumber",
                                key.key().masked(),
                                key.key().masked(),
                                benefit.name())
                        .variant("key"));
            } else if (key.revealedOn() != null) {
                findings.add(Finding.of(
                                Rule.REF_003,
                                "OrderNumber",
                                key.key().masked(),
                                key.key().masked(),
                                benefit.name(),
                                key.revealedOn().toString())
                        .weighing(policy.revealedKeyInRefund()));
            }
        }
        if (policy.refundScope() == Policy.RefundScope.ANY_BENEFIT && isInUse(book, benefit)) {
            findings.add(Finding.of(Rule.REF_002, "OrderNumber", benefit.name(), benefit.name())
                    .variant("benefit"));
        }
    }

    private static boolean isActivated(ProductKey key) {
        return key.activationsUsed() > 0
                || key.state() == KeyState.ACTIVATED
                || key.state() == KeyState.EXHAUSTED
                || key.state() == KeyState.REDEEMED;
    }

    /** What has no keys is activated by assigning a user, an offer by asking for it. */
    private static boolean isInUse(OrgBook book, Benefit benefit) {
        boolean offerAsked = benefit.category() == Category.GO_TO_MARKET
                && (benefit.status() == BenefitStatus.PENDING || benefit.status() == BenefitStatus.ACTIVE);
        return offerAsked || book.held(benefit) > 0;
    }

    /** REF-005: an upgrade was bought on it. */
    private static void upgraded(OrgBook book, PurchaseOrder order, List<Finding> findings) {
        for (PurchaseOrder other : book.orders()) {
            if (order.number().equals(other.upgradeOf())) {
                findings.add(Finding.of(Rule.REF_005, "OrderNumber", order.number(), order.number(), other.number()));
            }
        }
    }
}
