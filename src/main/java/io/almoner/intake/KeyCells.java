package io.almoner.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the cells of an export of keys say, without the portal's habits. */
final class KeyCells {

    /** Month first, with or without a time. */
    private static final Pattern US_DATE =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})( \\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?)?");

    /** The day before all others: what the portal writes for a key that was never claimed. */
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    /** Spaces that do not break lines, which nobody types and no comparison expects. */
    private static final Pattern FIXED_SPACE = Pattern.compile("[\u00a0\u2007\u202f]");

    CellValue text(String raw) {
        return CellValue.of(plain(raw));
    }

    /** A key, or empty and a defect when there is a page or a piece of one instead. */
    CellValue key(String raw) {
        String text = plain(raw);
        return isMarkup(text) ? CellValue.wrong("", Row.Defect.MESSAGE_FOR_KEY) : CellValue.of(text);
    }

    /** A day as ISO 8601; empty when the key was never claimed. What is no such date stays as it is. */
    CellValue claimed(String raw) {
        String text = plain(raw);
        Matcher date = US_DATE.matcher(text);
        if (!date.matches()) {
            return CellValue.of(text);
        }
        try {
            LocalDate day = LocalDate.of(number(date, 3), number(date, 1), number(date, 2));
            return day.equals(NEVER) ? CellValue.EMPTY : CellValue.of(day.toString());
        } catch (DateTimeException e) {
            return CellValue.wrong(text, Row.Defect.IMPOSSIBLE_DATE);
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static String plain(String raw) {
        return Whitespace.trim(FIXED_SPACE.matcher(raw).replaceAll(" "));
    }

    /** No key has angle brackets, not even escaped twice. */
    private static boolean isMarkup(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('>') >= 0 || text.contains("&lt;") || text.contains("&#60;");
    }
}
