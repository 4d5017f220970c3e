package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One activation of a product key that a row recorded.
 *
 * @param id the surrogate key
 * @param benefitId the benefit that the key belongs to
 * @param keyId the key
 * @param userId for whom; null when the row did not say
 * @param reference the admin's own reference, such as a machine: it tells activations apart that are otherwise equal
 * @param tenant in which a cloud token was redeemed; null for software
 * @param activatedOn when
 */
public record KeyActivation(
        long id,
        long benefitId,
        long keyId,
        @Nullable Long userId,
        @Nullable String reference,
        @Nullable String tenant,
        LocalDate activatedOn)
        implements Entity {

    /** What makes two activations the same, whenever they were recorded. */
    public record Occasion(
            long benefitId,
            @Nullable Long userId,
            @Nullable String reference,
            @Nullable String tenant) {}

    /** What makes this activation the same as another. */
    public Occasion occasion() {
        return new Occasion(benefitId, userId, reference, tenant);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.keyActivation(this);
    }
}
