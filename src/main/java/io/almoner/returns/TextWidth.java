package io.almoner.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;

/** Fits text into columns of a terminal, where Chinese and Japanese characters take two. */
public final class TextWidth {

    private static final String CUT = "…";

    /** The text, followed by spaces up to the width; cut to it when it is too long, and cleaned of control characters. */
    String padded(String text, int columns) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        String fitting = of(clean) <= columns ? clean : cut(clean, columns - 1) + CUT;
        return fitting + " ".repeat(columns - of(fitting));
    }

    /**
     * The text in lines that fit into so many columns, cleaned of control characters. It is parted at spaces, and between
     * Chinese or Japanese characters; a longer word, such as a path, stays whole.
     */
    public List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(clean);
        int begin = 0;
        int fitting = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!parts(clean, end)) {
                continue;
            }
            if (fitting > begin && of(clean.substring(begin, end).stripTrailing()) > columns) {
                lines.add(clean.substring(begin, fitting).stripTrailing());
                begin = fitting;
            }
            fitting = end;
        }
        lines.add(clean.substring(begin));
        return lines;
    }

    private static boolean parts(String text, int place) {
        return place == text.length()
                || Character.isWhitespace(text.charAt(place - 1))
                || of(text.codePointBefore(place)) == 2
                || of(text.codePointAt(place)) == 2;
    }

    /** The text at the right end of the width, with a space before it. */
    String right(Object value, int columns) {
        String text = String.valueOf(value);
        return " ".repeat(Math.max(1, columns - of(text))) + text;
    }

    /** How many columns a text takes. */
    public int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static String cut(String text, int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += of(character);
            if (used > columns) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
