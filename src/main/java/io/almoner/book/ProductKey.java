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
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.productKey(this);
    }
}
