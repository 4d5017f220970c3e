package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A key of a software or licence-based cloud benefit.
 *
 * @param id the surrogate key
 * @param benefitId the benefit that it belongs to
 * @param key the secret, sealed
 * @param type Retail, MAK, Static Activation Key, token ...; as the source says it, may be empty
 * @param seats how many seats it is good for; null when the source does not say
 * @param language its language, may be null
 * @param operatingSystem its operating system, may be null
 * @param state how far it has been used
 * @param revealedOn when it was shown; null when never
 * @param activationsMax how often it can be activated; null when the source does not say
 * @param activationsUsed how often it has been
 * @param redeemedOn when a token was redeemed, if it was
 * @param redeemedTenant in which tenant
 */
public record ProductKey(
        long id,
        long benefitId,
        SealedKey key,
        String type,
        @Nullable Long seats,
        @Nullable String language,
        @Nullable String operatingSystem,
        KeyState state,
        @Nullable LocalDate revealedOn,
        @Nullable Long activationsMax,
        long activationsUsed,
        @Nullable LocalDate redeemedOn,
        @Nullable String redeemedTenant)
        implements Entity {
    /** True when another activation can be recorded. */
    public boolean canBeActivated() {
        return switch (state) {
            case REVEALED, ACTIVATED -> activationsMax == null || activationsUsed < activationsMax;
            case UNREVEALED, EXHAUSTED, REDEEMED, BLOCKED, EXPIRED -> false;
        };
    }

    /** The key when it has been shown. */
    ProductKey revealed(LocalDate on) {
        KeyState shown = state == KeyState.UNREVEALED ? KeyState.REVEALED : state;
        return changed(shown, on, activationsUsed, redeemedOn, redeemedTenant);
    }

    /** The key with one more activation. */
    ProductKey activated() {
        long used = activationsUsed + 1;
        boolean exhausted = activationsMax != null && used >= activationsMax;
        KeyState next = exhausted ? KeyState.EXHAUSTED : KeyState.ACTIVATED;
        return changed(next, revealedOn, used, redeemedOn, redeemedTenant);
    }

    /** The token when it has been redeemed. */
    ProductKey redeemed(LocalDate on, @Nullable String tenant) {
        return changed(KeyState.REDEEMED, revealedOn, activationsUsed, on, tenant);
    }

    private ProductKey changed(
            KeyState next,
            @Nullable LocalDate revealed,
            long used,
            @Nullable LocalDate redeemed,
            @Nullable String tenant) {
        return new ProductKey(
                id,
                benefitId,
                key,
                type,
                seats,
                language,
                operatingSystem,
                next,
                revealed,
                activationsMax,
                used,
                redeemed,
                tenant);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.productKey(this);
    }
}
