package io.almoner.book;

/** The portal's Status column of a benefit or an offer. */
public enum BenefitStatus {
    AVAILABLE,
    PENDING,
    ACTIVE,
    EXPIRED
}
