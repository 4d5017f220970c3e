package io.almoner.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a ledger's database sorts for the readers of a language; the same on every database. In a statement {@code
 * by_name(column)} stands for what sorts names as they expect, {@code by_code(column)} for what sorts numbers, addresses
 * and other signs by their characters.
 */
public final class SortOrder {

    private static final Pattern SORTED = Pattern.compile("by_(name|code)\\((\\w+)\\)");

    private final Locale locale;
    private final String byName;
    private final String byCode;

    /** @param byName SQL of what sorts the names of a column, which stands for {@code %s}; {@code byCode} likewise */
    SortOrder(Locale locale, String byName, String byCode) {
        this.locale = locale;
        this.byName = byName;
        this.byCode = byCode;
    }

    /** The statement as this database understands it. */
    public String in(String sql) {
        return SORTED.matcher(sql)
                .replaceAll(sorted -> Matcher.quoteReplacement(
                        (sorted.group(1).equals("name") ? byName : byCode).formatted(sorted.group(2))));
    }

    /** The order of names, for those that are in memory. */
    public Comparator<String> names() {
        String language = locale.getLanguage();
        return (one, other) -> Arrays.compareUnsigned(NameKey.key(one, language), NameKey.key(other, language));
    }
}
