package io.almoner.book;

/** The family of a benefit, as the portal lists them. */
public enum Category {
    SOFTWARE,
    CLOUD,
    VISUAL_STUDIO,
    TECHNICAL,
    GO_TO_MARKET
}
