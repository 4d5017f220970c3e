package io.almoner.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One column of a {@link Layout}.
 *
 * @param name the header that we write and that findings name, such as {@code LocationMpnId}
 * @param required the header must be there (FIL-001) and no cell may be empty (FIL-003)
 * @param secret its cells are product keys or passwords: masked wherever they are repeated
 * @param ignored its cells are neither judged nor compared, only given back
 * @param aliases further headers that mean this column: the portals' own and those in the six languages; matched
 *     ignoring case, spaces, punctuation and underscores
 * @param translations what people of another language are shown as header, by language tag; each is one of the aliases
 * @param meaning names by which rules speak of this column where other layouts call it otherwise; usually empty
 */
public record LayoutColumn(
        String name,
        boolean required,
        boolean secret,
        boolean ignored,
        List<String> aliases,
        Map<String, String> translations,
        List<String> meaning) {

    public LayoutColumn {
        aliases = List.copyOf(aliases);
        translations = Map.copyOf(translations);
        meaning = List.copyOf(meaning);
    }

    /** The header in a language; our own name in English and where there is no other. */
    public String header(Locale language) {
        return translations.getOrDefault(language.toLanguageTag(), name);
    }
}
