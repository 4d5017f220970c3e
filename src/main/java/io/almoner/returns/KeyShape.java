package io.almoner.returns;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a product key looks like wherever it turns up: three or more groups of five letters and digits. */
final class KeyShape {

    private static final Pattern KEY =
            Pattern.compile("(?<![A-Za-z0-9-])[A-Za-z0-9]{5}(?:-[A-Za-z0-9]{5}){2,7}(?![A-Za-z0-9-])");

    private static final int SHORTEST = 17;

    /** The text with each key in it replaced. */
    String replaced(String text, UnaryOperator<String> replacement) {
        if (text.length() < SHORTEST || text.indexOf('-') < 0) {
            return text;
        }
        return KEY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match.group())));
    }

    /** The text with each key in it cut to its last five characters. */
    String masked(String text) {
        return replaced(text, key -> "*****-" + key.substring(key.length() - 5));
    }
}
