package io.almoner.book;

/**
 * A product key as everything outside the vault may know it.
 *
 * @param sealed the encrypted key, Base64; only the vault of the home that made it can open it
 * @param fingerprint keyed hash of the key, hexadecimal; equal keys have equal fingerprints within one vault
 * @param lastFive the last five characters, all that may be shown
 */
public record SealedKey(String sealed, String fingerprint, String lastFive) {

    /** What people see instead of the key: {@code *****-ABCDE}. */
    public String masked() {
        return "*****-" + lastFive;
    }
}
