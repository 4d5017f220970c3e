package io.almoner.portal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the templates in one language, from {@code messages/template*.properties}; English where it has none. */
final class TemplateTexts {

    private final Locale language;
    private final ResourceBundle texts;

    TemplateTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "messages/template",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key, with what is to stand in its braces. */
    String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments);
    }

    /** The text of a column, or what it is in this one layout. */
    String column(String layout, String column) {
        String special = "column." + layout + "." + column;
        return texts.getString(texts.containsKey(special) ? special : "column." + column);
    }
}
