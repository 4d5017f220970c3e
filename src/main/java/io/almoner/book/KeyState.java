package io.almoner.book;

/** How far a product key has been used. */
public enum KeyState {
    UNREVEALED,
    REVEALED,
    ACTIVATED,
    EXHAUSTED,
    /** A cloud token that was redeemed in a tenant. */
    REDEEMED,
    BLOCKED,
    EXPIRED
}
