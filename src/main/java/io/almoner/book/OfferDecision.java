package io.almoner.book;

import java.time.LocalDate;

import io.almoner.rules.OfferRules;

/** Activates a Go-To-Market offer: the portal takes several days, so it is pending until it says otherwise. */
final class OfferDecision {

    private OfferDecision() {}

    static void activate(Case current, Benefit offer, Verdict verdict) {
        if (offer.status() == BenefitStatus.PENDING || offer.status() == BenefitStatus.ACTIVE) {
            return;
        }
        LocalDate on = current.setting().on();
        verdict.found(
                OfferRules.activation(current.book(), offer, current.setting().policy(), on));
        verdict.found(OfferRules.endsSoon(offer, on));
        verdict.change(ChangeKind.OFFER_ACTIVATED, offer, offer.with(BenefitStatus.PENDING));
    }
}
