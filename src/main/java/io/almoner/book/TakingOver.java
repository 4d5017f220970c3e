package io.almoner.book;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.CapacityRules;
import io.almoner.rules.ContactRules;
import io.almoner.rules.Finding;
import io.almoner.rules.KeyRules;
import io.almoner.rules.OfferRules;
import io.almoner.rules.RightRules;
import io.almoner.rules.Rule;
import io.almoner.rules.SeatRules;
import io.almoner.rules.TechnicalRules;
import io.almoner.rules.UserRules;

/** Judges a change that makes the ledger agree with a portal: by the acting user's right, then by the rules of facts. */
final class TakingOver {

    private final Case current;
    private final OrgBook book;

    TakingOver(Case current) {
        this.current = current;
        this.book = current.book();
    }

    Decision decide(Change proposed) {
        Verdict verdict = current.verdict();
        verdict.found(RightRules.mayDo(
                book,
                current.setting().actingUser(),
                RightRules.Deed.RECONCILE,
                current.setting().policy(),
                null));
        if (!verdict.refused()) {
            judge(proposed, verdict);
        }
        if (!verdict.refused()) {
            propose(proposed, verdict);
        }
        return verdict.decision();
    }

    private static void propose(Change proposed, Verdict verdict) {
        Entity before = proposed.before();
        Entity after = proposed.after();
        if (before == null) {
            verdict.create(proposed.kind(), proposed.entity());
        } else if (after == null) {
            verdict.remove(proposed.kind(), before);
        } else {
            verdict.change(proposed.kind(), before, after);
        }
    }

    private void judge(Change proposed, Verdict verdict) {
        Entity before = proposed.before();
        if (before != null && !book.standing(before).map(before::equals).orElse(false)) {
            verdict.found(Finding.of(Rule.UND_001, null, null, before.match(new EntityName(book)))
                    .variant("since-compared"));
        } else if (proposed.after() instanceof Seat seat) {
            seat(seat, (Seat) before, verdict);
        } else if (proposed.after() instanceof ProductKey key) {
            key(key, verdict);
        } else if (proposed.after() instanceof Benefit benefit) {
            verdict.found(OfferRules.dates(benefit, current.setting().on()));
        } else if (proposed.after() instanceof MarketingContact contact) {
            contact(contact, verdict);
        } else if (proposed.after() instanceof User user) {
            user(user, verdict);
        }
    }

    private void seat(Seat seat, @Nullable Seat before, Verdict verdict) {
        Benefit benefit = book.benefit(seat.benefitId());
        Optional<Seat> named = seat.subscriptionGuid() == null ? Optional.empty() : book.seat(seat.subscriptionGuid());
        if (named.filter(other -> other.id() != seat.id()).isPresent() || named.isEmpty()) {
            verdict.found(SeatRules.guid(book, current.facts(), seat, named.orElse(null)));
        }
        if (!seat.isHeld()) {
            return;
        }
        User holder = book.user(Objects.requireNonNull(seat.userId()));
        verdict.found(SeatRules.level(book.order(benefit), benefit, seat));
        verdict.found(UserRules.assignable(holder));
        verdict.found(TechnicalRules.addresses(
                benefit, seat, holder, book, current.setting().policy()));
        if (before == null || !before.isHeld()) {
            verdict.found(SeatRules.twice(book, benefit, seat, holder));
            verdict.found(CapacityRules.granted(benefit, book.held(benefit) + 1));
            verdict.found(caps(benefit));
        }
    }

    private List<Finding> caps(Benefit benefit) {
        return benefit.category() == Category.VISUAL_STUDIO
                ? CapacityRules.seatCaps(
                        book,
                        book.location(benefit.locationId()),
                        current.setting().policy().seatCaps(),
                        current.setting().on())
                : List.of();
    }

    private void key(ProductKey key, Verdict verdict) {
        Benefit benefit = book.benefit(key.benefitId());
        verdict.found(KeyRules.heldElsewhere(book, current.facts(), benefit, key));
        verdict.found(KeyRules.revealedFirst(benefit, key));
        verdict.found(KeyRules.activations(key));
    }

    private void contact(MarketingContact contact, Verdict verdict) {
        ContactDetails details = new ContactDetails(
                book.user(contact.userId()).email(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.language());
        verdict.found(ContactRules.complete(details));
        verdict.found(ContactRules.otherThanAccount(details, book));
        verdict.found(ContactRules.form(details));
    }

    private void user(User user, Verdict verdict) {
        book.user(user.email())
                .filter(other -> other.id() != user.id())
                .ifPresent(other -> verdict.found(
                        Finding.of(Rule.UND_001, null, null, user.email()).variant("since-compared")));
    }
}
