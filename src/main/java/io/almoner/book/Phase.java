package io.almoner.book;

/** What advisory hours are asked for. */
public enum Phase {
    PRESALES,
    DESIGN,
    DEPLOYMENT,
    APPLICATION_DEVELOPMENT
}
