package io.almoner.book;

/** Why a change cannot be taken back. */
public enum Obstacle {
    /** What it left is no longer so, or its place is taken. */
    CHANGED,
    /** It made something that others, which stay, belong to. */
    NEEDED,
    /** A key was shown, and what was seen cannot be unseen. */
    REVEALED,
    /** Keys left the ledger in a file. */
    EXPORTED,
    /** A personal Microsoft account gave up its seat and can never be given one again. */
    GIVEN_UP
}
