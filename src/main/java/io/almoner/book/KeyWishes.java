package io.almoner.book;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.Activate;
import io.almoner.book.Wish.GetKeys;
import io.almoner.rules.CapacityRules;
import io.almoner.rules.Finding;
import io.almoner.rules.KeyRules;
import io.almoner.rules.OrderRules;
import io.almoner.rules.Rule;

/** Shows and activates the keys of one benefit. */
final class KeyWishes {

    private final Case current;
    private final Benefit benefit;
    private final Verdict verdict;
    private final LocalDate on;

    KeyWishes(Case current, Benefit benefit, Verdict verdict) {
        this.current = current;
        this.benefit = benefit;
        this.verdict = verdict;
        this.on = current.setting().on();
    }

    /** Every key of the language and operating system is shown; one that had been shown before is told to be again. */
    void get(GetKeys wish) {
        verdict.found(KeyRules.gettable(current.book(), benefit, on));
        verdict.found(KeyRules.offered(benefit, wish.language(), wish.operatingSystem()));
        List<ProductKey> keys = fitting(wish.language(), wish.operatingSystem()).toList();
        if (!verdict.refused() && keys.isEmpty()) {
            verdict.found(KeyRules.noneFits(wish.language(), wish.operatingSystem()));
        }
        if (verdict.refused()) {
            return;
        }
        verdict.found(KeyRules.instructions(benefit));
        verdict.found(OrderRules.renewal(current.book().order(benefit), on));
        for (ProductKey key : keys) {
            if (key.revealedOn() == null) {
                verdict.change(ChangeKind.KEY_REVEALED, key, key.revealed(on));
            } else {
                verdict.note(ChangeKind.KEY_SHOWN, key);
            }
        }
    }

    private Stream<ProductKey> fitting(@Nullable String language, @Nullable String operatingSystem) {
        return keys().stream()
                .filter(key -> key.state() != KeyState.BLOCKED && key.state() != KeyState.EXPIRED)
                .filter(key -> fits(key.language(), language) && fits(key.operatingSystem(), operatingSystem));
    }

    private Collection<ProductKey> keys() {
        return current.book().keys(benefit);
    }

    private static boolean fits(@Nullable String own, @Nullable String asked) {
        return own == null || asked == null || KeyRules.same(own, asked);
    }

    /** Records an activation of a key that was revealed; in a tenant when it is a cloud token. */
    void activate(Activate wish, @Nullable User user) {
        KeyActivation.Occasion occasion = new KeyActivation.Occasion(
                benefit.id(), user == null ? null : user.id(), wish.details().reference(), tenant(wish));
        Optional<KeyActivation> known = current.book().activation(occasion);
        if (known.isPresent()) {
            String day = known.get().activatedOn().toString();
            verdict.found(Finding.of(Rule.FIL_007, "Reference", occasion.reference(), day)
                    .variant("recorded"));
            return;
        }
        if (benefit.category() == Category.CLOUD && isRedeemedIn(wish.tenant()) && occasion.reference() == null) {
            return;
        }
        verdict.found(KeyRules.gettable(current.book(), benefit, on));
        key(wish).ifPresent(key -> {
            verdict.found(CapacityRules.countryOfUse(
                    current.book().order(benefit), wish.details().country()));
            verdict.found(KeyRules.instructions(benefit));
            record(key, occasion);
        });
    }

    /** Tenants are domains: capitals make no difference. */
    private static @Nullable String tenant(Activate wish) {
        return wish.tenant() == null ? null : wish.tenant().toLowerCase(Locale.ROOT);
    }

    private boolean isRedeemedIn(@Nullable String tenant) {
        return keys().stream()
                .anyMatch(key -> key.state() == KeyState.REDEEMED
                        && tenant != null
                        && key.redeemedTenant() != null
                        && KeyRules.same(tenant, key.redeemedTenant()));
    }

    /** The key to activate: revealed and not used up; or why there is none. */
    private Optional<ProductKey> key(Activate wish) {
        if (verdict.refused()) {
            return Optional.empty();
        }
        Optional<ProductKey> usable =
                revealed(wish).filter(ProductKey::canBeActivated).findFirst();
        if (usable.isEmpty()) {
            verdict.found(revealed(wish)
                    .findFirst()
                    .map(key -> usedUp(key, wish))
                    .orElseGet(() -> KeyRules.notObtained(benefit)));
        }
        return usable;
    }

    private Stream<ProductKey> revealed(Activate wish) {
        return fitting(wish.details().language(), wish.operatingSystem()).filter(key -> key.revealedOn() != null);
    }

    private static Finding usedUp(ProductKey key, Activate wish) {
        return key.state() == KeyState.REDEEMED
                ? KeyRules.redeemedElsewhere(key, wish.tenant())
                : KeyRules.activations(key.activated()).get(0);
    }

    private void record(ProductKey key, KeyActivation.Occasion occasion) {
        ProductKey after = benefit.category() == Category.CLOUD ? key.redeemed(on, occasion.tenant()) : key.activated();
        verdict.found(KeyRules.activations(after));
        if (verdict.refused()) {
            return;
        }
        verdict.change(ChangeKind.KEY_ACTIVATED, key, after);
        verdict.create(
                ChangeKind.KEY_ACTIVATION_RECORDED,
                new KeyActivation(
                        current.identifiers().next(),
                        benefit.id(),
                        key.id(),
                        occasion.userId(),
                        occasion.reference(),
                        occasion.tenant(),
                        on));
    }
}
