package io.almoner.intake;

import java.util.Optional;

import io.almoner.book.SealedKey;

/** Turns the cell of a product key into what may leave the cell. */
@FunctionalInterface
public interface KeySealer {

    /**
     * Seals a clear key, or resolves a reference such as {@code *****-ABCDE#ref} that this home wrote earlier.
     *
     * @return empty when the cell is masked and its reference is missing or was made by another home
     */
    Optional<SealedKey> seal(String cell);
}
