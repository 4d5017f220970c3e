package io.almoner.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of mails in one language, from {@code messages/mail*.properties}; English where it has none. */
final class MailTexts {

    private final Locale language;
    private final ResourceBundle texts;

    MailTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "messages/mail",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale language() {
        return language;
    }

    /** The text of a key, with what is to stand in its braces. */
    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), language).format(arguments);
    }
}
