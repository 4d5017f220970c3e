package io.almoner.intake;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A header as it is compared: without case, spaces, punctuation, underscores and differences of width.
 *
 * @param text letters and digits only; empty when the header has none
 */
record HeaderName(String text) {

    static HeaderName of(String header) {
        String folded = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return new HeaderName(kept.toString());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
