package io.almoner.book;

import java.util.List;
import java.util.Optional;

import io.almoner.book.Command.BenefitReference;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** What a decision is about: the book, the facts beside it and under what is judged. */
record Case(OrgBook book, Facts facts, Setting setting, Identifiers identifiers) {

    Verdict verdict() {
        return new Verdict(setting);
    }

    /** The location, or MIG-005 in the verdict, of the column that names it. */
    Optional<Location> location(String mpnId, String column, Verdict verdict) {
        Optional<Location> location = book.location(mpnId);
        if (location.isEmpty()) {
            verdict.found(unknownLocation(mpnId, column));
        }
        return location;
    }

    private Finding unknownLocation(String mpnId, String column) {
        Move.PlannedLocation planned = facts.move().locations().get(mpnId);
        return planned == null
                ? Finding.of(Rule.MIG_005, column, mpnId).variant("unknown")
                : Finding.of(Rule.MIG_005, column, mpnId, Integer.toString(planned.row()))
                        .variant("refused");
    }

    /** True when some table names the location: what is missing then is a consequence of refused rows. */
    boolean isPlanned(String mpnId) {
        return book.location(mpnId).isPresent() || facts.move().locations().containsKey(mpnId);
    }

    /** The benefit that a row means, or BEN-001 or BEN-002 in the verdict. */
    Optional<Benefit> benefit(BenefitReference reference, Verdict verdict) {
        Optional<Location> location = location(reference.mpnId(), "LocationMpnId", verdict);
        if (location.isEmpty()) {
            return Optional.empty();
        }
        List<Benefit> fitting = book.benefits(location.get(), reference.benefitName()).stream()
                .filter(benefit -> reference.orderNumber() == null
                        || book.order(benefit).number().equals(reference.orderNumber()))
                .toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.get(0));
        }
        verdict.found(fitting.isEmpty() ? unknownBenefit(reference) : severalBenefits(reference, fitting));
        return Optional.empty();
    }

    private Finding unknownBenefit(BenefitReference reference) {
        String order = reference.orderNumber();
        if (order != null && book.order(order).isEmpty()) {
            return Finding.of(Rule.BEN_001, "OrderNumber", order, reference.mpnId())
                    .variant("order");
        }
        return Finding.of(Rule.BEN_001, "BenefitName", reference.benefitName(), reference.mpnId())
                .variant("benefit");
    }

    private Finding severalBenefits(BenefitReference reference, List<Benefit> fitting) {
        String orders = String.join(
                ", ",
                fitting.stream()
                        .map(benefit -> book.order(benefit).number())
                        .sorted()
                        .toList());
        return Finding.of(Rule.BEN_002, "BenefitName", reference.benefitName(), orders);
    }

    /** The user of an account e-mail, or USR-001 in the verdict. */
    Optional<User> user(String email, String column, Verdict verdict) {
        Optional<User> user = book.user(email);
        if (user.isEmpty()) {
            verdict.found(Finding.of(Rule.USR_001, column, email, email));
        }
        return user;
    }
}
