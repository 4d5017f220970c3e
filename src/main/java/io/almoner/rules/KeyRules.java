package io.almoner.rules;

import java.util.List;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Facts;
import io.almoner.book.Holder;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;

/** Rules about product keys: SW-004, SW-005, SW-007 and CLD-002. */
public final class KeyRules {

    private KeyRules() {}

    /** SW-007: the key belongs to one benefit of one organisation. */
    public static List<Finding> heldElsewhere(OrgBook book, Facts facts, Benefit benefit, ProductKey key) {
        String masked = key.key().masked();
        ProductKey known = book.key(key.key().fingerprint()).orElse(null);
        if (known != null) {
            Benefit holder = book.benefit(known.benefitId());
            return holder.id() == benefit.id()
                    ? List.of()
                    : List.of(Finding.of(Rule.SW_007, "ProductKey", masked, holder.name(), book.code()));
        }
        Holder holder = facts.keys().get(key.key().fingerprint());
        return holder == null
                ? List.of()
                : List.of(
                        Finding.of(Rule.SW_007, "ProductKey", masked, holder.benefitName(), holder.organisationCode()));
    }

    /** SW-004, and CLD-002 for a cloud service: a key is obtained before it is activated or redeemed. */
    public static List<Finding> revealedFirst(Benefit benefit, ProductKey key) {
        if (key.revealedOn() != null) {
            return List.of();
        }
        boolean cloud = benefit.category() == Category.CLOUD;
        if (key.redeemedOn() != null) {
            return List.of(Finding.of(
                    cloud ? Rule.CLD_002 : Rule.SW_004,
                    "RedeemedDate",
                    key.redeemedOn().toString()));
        }
        return key.activationsUsed() == 0
                ? List.of()
                : List.of(Finding.of(
                        cloud ? Rule.CLD_002 : Rule.SW_004, "ActivationsUsed", Long.toString(key.activationsUsed())));
    }

    /** SW-005: activations used up (a warning) or more than allowed. */
    public static List<Finding> activations(ProductKey key) {
        Long allowed = key.activationsMax();
        long used = key.activationsUsed();
        if (allowed == null || used == 0 || used < allowed) {
            return List.of();
        }
        Finding finding = Finding.of(
                Rule.SW_005, "ActivationsUsed", Long.toString(used), Long.toString(used), Long.toString(allowed));
        return List.of(
                used > allowed
                        ? finding.variant("over")
                        : finding.variant("reached").weighing(Severity.WARNING));
    }
}
