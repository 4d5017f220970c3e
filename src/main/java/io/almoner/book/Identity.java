package io.almoner.book;

/** What kind of account a user signs in with. */
public enum Identity {
    /** A work account of the organisation's directory. */
    WORK,
    GUEST,
    /** A personal Microsoft account: keeps a seat that it has, can never be given a new one. */
    MSA
}
