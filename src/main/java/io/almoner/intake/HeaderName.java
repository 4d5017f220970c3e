package io.almoner.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header as it is compared: without case, spaces, punctuation, underscores and differences of width.
 *
 * <p>Where a portal writes a translated label around its own name of a column, as in {@code Name [displayName]
 * Required}, only the token in brackets tells what the column is.
 *
 * @param text letters and digits only, a token with its brackets; empty when the header has none
 */
record HeaderName(String text) {

    private static final Pattern TOKEN = Pattern.compile("\\[([^\\[\\]]+)]");

    static HeaderName of(String header) {
        String folded = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return new HeaderName(kept.toString());
    }

    /** A name that a layout gives: a token when it stands in brackets. */
    static HeaderName known(String name) {
        return name.startsWith("[") && name.endsWith("]") ? token(name) : of(name);
    }

    /** What a header may be found by: its token, if there is one, before the header as a whole. */
    static List<HeaderName> candidates(String header) {
        Matcher token = TOKEN.matcher(header);
        return token.find() ? List.of(token(token.group(1)), of(header)) : List.of(of(header));
    }

    private static HeaderName token(String text) {
        return new HeaderName("[" + of(text).text() + "]");
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
