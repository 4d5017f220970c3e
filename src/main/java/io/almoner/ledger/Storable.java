package io.almoner.ledger;

import org.jspecify.annotations.Nullable;

/** Texts as both databases can keep them. */
final class Storable {

    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    /** The text, with what PostgreSQL refuses (NUL, halves of surrogate pairs) replaced by U+FFFD. */
    static @Nullable String text(@Nullable String text) {
        return text == null || isSound(text) ? text : replaced(text);
    }

    private static boolean isSound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private static String replaced(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || isLoneSurrogate(point) ? REPLACEMENT : point)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
