package io.almoner.book;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.BenefitChoice;
import io.almoner.rules.Finding;
import io.almoner.rules.RightRules;
import io.almoner.rules.RightRules.Deed;
import io.almoner.rules.Rule;

/** Decides wishes: what the row points at first, then what the acting user may do, then state and capacity. */
final class Granting implements Wish.Cases<Decision> {

    private final Case current;

    Granting(Case current) {
        this.current = current;
    }

    @Override
    public Decision assign(Wish.Assign wish) {
        Verdict verdict = current.verdict();
        Optional<Benefit> benefit = benefit(wish.benefit(), wish.details().subscriptionGuid(), verdict);
        Optional<User> user = current.user(wish.email(), "SignInEmail", verdict);
        if (benefit.isPresent() && user.isPresent()) {
            SeatWishes seats = new SeatWishes(current, benefit.get(), verdict);
            if (isAssignable(benefit.get(), "Assign", verdict) && seats.mayAssign(user.get())) {
                seats.assign(user.get(), wish.details());
            }
        }
        return verdict.decision();
    }

    @Override
    public Decision remove(Wish.Remove wish) {
        Verdict verdict = current.verdict();
        Optional<Benefit> benefit = benefit(wish.benefit(), wish.details().subscriptionGuid(), verdict);
        Optional<User> user =
                wish.email() == null ? Optional.empty() : current.user(wish.email(), "SignInEmail", verdict);
        if (benefit.isPresent() && !verdict.refused()) {
            SeatWishes seats = new SeatWishes(current, benefit.get(), verdict);
            if (isAssignable(benefit.get(), "Remove", verdict) && seats.mayTake()) {
                seats.remove(user.orElse(null), wish.details(), wish.confirmation());
            }
        }
        return verdict.decision();
    }

    @Override
    public Decision reassign(Wish.Reassign wish) {
        Verdict verdict = current.verdict();
        Optional<Benefit> benefit = benefit(wish.benefit(), wish.details().subscriptionGuid(), verdict);
        Optional<User> previous = current.user(wish.previousEmail(), "PreviousEmail", verdict);
        Optional<User> user = current.user(wish.email(), "SignInEmail", verdict);
        if (benefit.isPresent() && previous.isPresent() && user.isPresent()) {
            SeatWishes seats = new SeatWishes(current, benefit.get(), verdict);
            if (isAssignable(benefit.get(), "Reassign", verdict) && seats.mayAssign(user.get())) {
                seats.reassign(previous.get(), user.get(), wish);
            }
        }
        return verdict.decision();
    }

    /** An offer is activated, never assigned. */
    private static boolean isAssignable(Benefit benefit, String action, Verdict verdict) {
        if (benefit.category() == Category.GO_TO_MARKET) {
            verdict.found(Finding.of(Rule.FIL_006, "Action", action, action, "Activate, Cancel")
                    .variant("action"));
        }
        return !verdict.refused();
    }

    @Override
    public Decision activate(Wish.Activate wish) {
        Verdict verdict = current.verdict();
        Optional<Benefit> benefit = benefit(wish.benefit(), wish.details().subscriptionGuid(), verdict);
        Optional<User> user =
                wish.email() == null ? Optional.empty() : current.user(wish.email(), "SignInEmail", verdict);
        if (verdict.refused() || benefit.isEmpty()) {
            return verdict.decision();
        }
        if (benefit.get().category() == Category.GO_TO_MARKET) {
            allowed(
                    Deed.MARKET,
                    benefit.get(),
                    verdict,
                    (one, found) -> OfferDecision.activate(one, benefit.get(), found));
        } else if (benefit.get().hasKeys()) {
            allowed(
                    Deed.USE_BENEFIT,
                    benefit.get(),
                    verdict,
                    (one, found) -> new KeyWishes(one, benefit.get(), found).activate(wish, user.orElse(null)));
        } else {
            assignByActivation(wish, benefit.get(), user.orElse(null), verdict);
        }
        return verdict.decision();
    }

    /** The portal activates what has no keys by the user that is assigned; who names nobody means herself. */
    private void assignByActivation(Wish.Activate wish, Benefit benefit, @Nullable User named, Verdict verdict) {
        Optional<User> user = named == null
                ? current.user(current.setting().actingUser(), "SignInEmail", verdict)
                : Optional.of(named);
        SeatWishes seats = new SeatWishes(current, benefit, verdict);
        if (user.isPresent() && seats.mayAssign(user.get())) {
            seats.assign(user.get(), wish.details());
        }
    }

    @Override
    public Decision getKeys(Wish.GetKeys wish) {
        Verdict verdict = current.verdict();
        benefit(wish.benefit(), null, verdict)
                .ifPresent(benefit -> allowed(
                        Deed.USE_BENEFIT,
                        benefit,
                        verdict,
                        (one, found) -> new KeyWishes(one, benefit, found).get(wish)));
        return verdict.decision();
    }

    @Override
    public Decision requestHours(Wish.RequestHours wish) {
        Verdict verdict = current.verdict();
        Optional<Benefit> benefit = benefit(wish.benefit(), null, verdict);
        Optional<User> user =
                wish.email() == null ? Optional.empty() : current.user(wish.email(), "SignInEmail", verdict);
        if (benefit.isPresent() && !verdict.refused()) {
            allowed(
                    Deed.USE_BENEFIT,
                    benefit.get(),
                    verdict,
                    (one, found) -> new RequestWishes(one, found).hours(wish, benefit.get(), user.orElse(null)));
        }
        return verdict.decision();
    }

    @Override
    public Decision cancel(Wish.Cancel wish) {
        Verdict verdict = current.verdict();
        RequestWishes requests = new RequestWishes(current, verdict);
        requests.order(wish.benefit()).ifPresent(order -> {
            Set<String> places = requests.places(order); // an order is cancelled whole, at every place
            verdict.found(rights(
                    Deed.USE_BENEFIT, places.size() == 1 ? places.iterator().next() : null));
            if (!verdict.refused()) {
                requests.cancel(wish, order);
            }
        });
        return verdict.decision();
    }

    @Override
    public Decision setContact(Wish.SetContact wish) {
        Verdict verdict = current.verdict();
        String email = wish.contact().userEmail();
        Optional<User> user = email == null ? Optional.empty() : current.user(email, "SignInEmail", verdict);
        if (!verdict.refused()) {
            verdict.found(rights(Deed.MARKET, null));
        }
        if (!verdict.refused()) {
            ContactDecision.set(current, wish.contact(), user.orElse(null), verdict);
        }
        return verdict.decision();
    }

    @Override
    public Decision grant(Wish.Grant wish) {
        Verdict verdict = current.verdict();
        Optional<User> user = current.user(wish.email(), "SignInEmail", verdict);
        if (user.isPresent()) {
            boolean first = RightRules.isFirstGlobalAdmin(
                    current.book(), current.setting().actingUser(), wish.role());
            verdict.found(
                    first
                            ? List.of(RightRules.firstGlobalAdmin(
                                    current.book(), current.setting().actingUser(), user.get()))
                            : rights(Deed.CHANGE_ROLES, null));
            if (!verdict.refused()) {
                RoleDecision.grant(current, user.get(), wish.role(), null, verdict);
            }
        }
        return verdict.decision();
    }

    @Override
    public Decision revoke(Wish.Revoke wish) {
        Verdict verdict = current.verdict();
        Optional<User> user = current.user(wish.email(), "SignInEmail", verdict);
        if (user.isPresent()) {
            verdict.found(rights(Deed.CHANGE_ROLES, null));
            if (!verdict.refused()) {
                RoleDecision.revoke(current, user.get(), wish.role(), verdict);
            }
        }
        return verdict.decision();
    }

    @Override
    public Decision addUser(Wish.AddUser wish) {
        Verdict verdict = current.verdict();
        verdict.found(rights(Deed.ADD_USER, null));
        if (!verdict.refused()) {
            UserDecision.add(current, wish, verdict);
        }
        return verdict.decision();
    }

    private Optional<Benefit> benefit(BenefitChoice choice, @Nullable String guid, Verdict verdict) {
        return new BenefitSelection(current.book(), choice).find(guid, verdict);
    }

    private List<Finding> rights(Deed deed, @Nullable String mpnId) {
        return RightRules.mayDo(
                current.book(),
                current.setting().actingUser(),
                deed,
                current.setting().policy(),
                mpnId);
    }

    private void allowed(Deed deed, Benefit benefit, Verdict verdict, BiConsumer<Case, Verdict> deciding) {
        verdict.found(rights(deed, current.book().location(benefit.locationId()).mpnId()));
        if (!verdict.refused()) {
            deciding.accept(current, verdict);
        }
    }
}
