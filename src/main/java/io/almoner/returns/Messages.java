package io.almoner.returns;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * The texts of findings in one language, from {@code messages/findings*.properties}. A language that has no file, and a
 * text that its file lacks, is English. Safe for use by several threads.
 */
public final class Messages {

    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle texts;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /**
     * Opens the texts of a language.
     *
     * @param locale a language such as {@code de} or {@code zh-CN}; Chinese of no country is that of mainland China
     */
    public Messages(Locale locale) {
        this.locale = locale.equals(Locale.CHINESE) ? Locale.SIMPLIFIED_CHINESE : locale;
        this.texts = ResourceBundle.getBundle("messages/findings", this.locale, NO_DEFAULT_LOCALE);
    }

    /** The language asked for, also where texts fall back to English. */
    public Locale locale() {
        return locale;
    }

    /** What was found and what was expected: one or two sentences, without file, row, column and value. */
    public String reason(Finding finding) {
        return text(finding, "reason");
    }

    /** What to do about it: one or two sentences. */
    public String hint(Finding finding) {
        return text(finding, "hint");
    }

    /** What a rule is about, in a few words, for a list of codes. */
    public String title(Rule rule) {
        return texts.getString(rule.code() + ".title");
    }

    /** What to do about a rule's findings, whatever their variant; placeholders are not filled. */
    public String remedy(Rule rule) {
        return filled(texts.getString(rule.code() + ".hint"));
    }

    /** A word of our own sheets and tables, such as {@code meaning}. */
    String label(String name) {
        return texts.getString("label." + name);
    }

    /** A sentence of ours with its numbers. */
    String sentence(String name, Object... numbers) {
        return filled(label(name), numbers);
    }

    private String text(Finding finding, String part) {
        String special = finding.messageKey() + "." + part;
        String pattern = texts.getString(
                texts.containsKey(special) ? special : finding.rule().code() + "." + part);
        return filled(pattern, finding.arguments().toArray());
    }

    /** Parsing a pattern takes longer than filling it; a format is not safe to share, its copies are. */
    private String filled(String pattern, Object... arguments) {
        MessageFormat format = formats.computeIfAbsent(pattern, text -> new MessageFormat(text, locale));
        return ((MessageFormat) format.clone()).format(arguments);
    }
}
