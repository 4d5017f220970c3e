package io.almoner.book;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that stand for constants in files that people read. */
public final class Words {

    /** Constants whose words the portals join otherwise. */
    private static final Map<Enum<?>, String> SPECIAL =
            Map.of(Category.GO_TO_MARKET, "Go-To-Market", ContactRole.SALES_MARKETING, "Sales/Marketing");

    private static final Pattern SPACES = Pattern.compile("\\s{2,}");

    private Words() {}

    /** A name without what makes no difference to people: case, width, and spaces that are doubled or at the ends. */
    public static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return SPACES.matcher(plain).replaceAll(" ");
    }

    /** A constant as the portals write it: {@code Visual Studio}, {@code Primary Program Contact}. */
    public static String label(Enum<?> constant) {
        if (constant instanceof Role role) {
            return role.label();
        }
        String special = SPECIAL.get(constant);
        if (special != null) {
            return special;
        }
        return Arrays.stream(constant.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
