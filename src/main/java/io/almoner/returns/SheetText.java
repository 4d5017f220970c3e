package io.almoner.returns;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Worksheet;

/** Writes text into cells so that it stays text, and is read back to the character. */
public final class SheetText {

    /** Characters that XML cannot hold, and text that looks like the way Office writes them. */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private final Worksheet sheet;

    public SheetText(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Writes a cell; an empty text is no cell. */
    public void write(int row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, storable(text));
        if (Character.isDigit(text.charAt(0))) {
            // what is typed over it stays text too
            sheet.style(row, column).format("@").set();
        }
    }

    /** The text as it is to stand in a workbook's XML. */
    static String storable(String text) {
        return SPECIAL.matcher(text).replaceAll(SheetText::escaped);
    }

    private static String escaped(MatchResult character) {
        String code =
                String.format(Locale.ROOT, "_x%04X_", (int) character.group().charAt(0));
        return Matcher.quoteReplacement(code);
    }
}
