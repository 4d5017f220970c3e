package io.almoner.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One column of a {@link Layout}.
 *
 * @param name the header that we write and that findings name, such as {@code LocationMpnId}
 * @param required the header must be there (FIL-001) and no cell may be empty (FIL-003)
 * @param telling the header must be there (FIL-001) because it tells this layout from others; cells may be empty
 * @param secrecy how much of its cells may be repeated
 * @param ignored its cells are neither judged nor compared, only given back
 * @param aliases further headers that mean this column: the portals' own and those in the six languages; matched
 *     ignoring case, spaces, punctuation and underscores; {@code [token]} means any header with that token in brackets
 * @param translations what people of another language are shown as header, by language tag; each is one of the aliases
 * @param meaning names by which rules speak of this column where other layouts call it otherwise; usually empty
 */
public record LayoutColumn(
        String name,
        boolean required,
        boolean telling,
        Secrecy secrecy,
        boolean ignored,
        List<String> aliases,
        Map<String, String> translations,
        List<String> meaning) {

    /** How much of a column's cells may be repeated anywhere. */
    public enum Secrecy {
        OPEN,
        /** Product keys: their last five characters, or a reference that this home resolves. */
        KEY,
        /** Passwords: nothing at all, and no reference either. */
        PASSWORD
    }

    public LayoutColumn {
        aliases = List.copyOf(aliases);
        translations = Map.copyOf(translations);
        meaning = List.copyOf(meaning);
    }

    /** The header in a language; our own name in English and where there is no other. */
    public String header(Locale language) {
        return translations.getOrDefault(language.toLanguageTag(), name);
    }

    /** Whether its cells are masked wherever they are repeated. */
    public boolean secret() {
        return secrecy != Secrecy.OPEN;
    }
}
