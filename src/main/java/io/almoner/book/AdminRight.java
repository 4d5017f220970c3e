package io.almoner.book;

/** The administrator's right that an individual had in PMC; lost in the move, except by the mover. */
public enum AdminRight {
    NONE,
    LOCATION,
    GLOBAL
}
