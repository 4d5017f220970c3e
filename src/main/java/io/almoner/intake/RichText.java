package io.almoner.intake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a workbook, plain or in pieces of different fonts; without the phonetic guide of Japanese ones. */
final class RichText {

    private static final int MAX_CHARACTERS = 32_767;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /** Reads to the end of the container that starts here. */
    static String read(XmlPart xml, String container, String label) {
        String text = "";
        while (xml.advance() && !xml.ends(container)) {
            if (xml.starts("t")) {
                String piece = xml.text();
                text = text.isEmpty() ? piece : text + piece;
                checked(text, label);
            } else if (xml.starts("rPh")) {
                skip(xml);
            }
        }
        return unescaped(text);
    }

    /** Control characters are written as {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(RichText::character) : text;
    }

    static String checked(String text, String label) {
        if (text.length() > MAX_CHARACTERS) {
            throw Refusal.CELL_TOO_LONG.of(label);
        }
        return text;
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16)));
    }

    private static void skip(XmlPart xml) {
        while (xml.advance() && !xml.ends("rPh")) {
            // its text is how the word sounds, not what it says
        }
    }
}
