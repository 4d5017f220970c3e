package io.almoner.intake;

import java.util.regex.Pattern;

/** Shows a secret by its last five characters, or not at all when that would be most of it. */
public final class Mask {

    private static final String HIDDEN = "*****";
    private static final int SHOWN = 5;

    /** Shorter secrets would be given away by five of their characters. */
    private static final int LEAST_LENGTH = 3 * SHOWN;

    private static final Pattern MASKED = Pattern.compile("\\*{5}(-[^\\s#]{5})?(#\\S+)?");

    private static final char KEY_GROUPS_APART = '-';

    /** Five groups of five: a product key, wherever it stands. */
    private static final Pattern KEY =
            Pattern.compile("(?<![A-Z0-9])(?:[A-Z0-9]{5}-){4}([A-Z0-9]{5})(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);

    /** A secret as it may be shown; empty stays empty, and what is masked already stays as it is. */
    String secret(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || MASKED.matcher(stripped).matches()) {
            return value;
        }
        return stripped.length() < LEAST_LENGTH ? HIDDEN : HIDDEN + "-" + stripped.substring(stripped.length() - SHOWN);
    }

    /** A password, of which not even the length may be seen; empty stays empty. */
    String password(String value) {
        return value.isBlank() ? value : HIDDEN;
    }

    /** A text that should have no secret, without the product keys that stand in it all the same. */
    public String keysIn(String text) {
        return text.indexOf(KEY_GROUPS_APART) < 0 ? text : KEY.matcher(text).replaceAll(HIDDEN + "-$1");
    }
}
