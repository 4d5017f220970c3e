package io.almoner.book;

/** Gives the surrogate keys of new entities. */
@FunctionalInterface
public interface Identifiers {

    /** The next key: greater than every one given before. */
    long next();
}
