package io.almoner.book;

/** Where an organisation's membership is managed. */
public enum Platform {
    /** Partner Membership Center, the old portal. */
    PMC,
    PARTNER_CENTER
}
