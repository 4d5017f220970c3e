package io.almoner.book;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that stand for constants in files that people read. */
public final class Words {

    private Words() {}

    /** A constant as the portals write it: {@code Visual Studio}, {@code Primary Program Contact}. */
    public static String label(Enum<?> constant) {
        if (constant instanceof Role role) {
            return role.label();
        }
        return Arrays.stream(constant.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
