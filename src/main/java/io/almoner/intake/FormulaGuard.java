package io.almoner.intake;

/**
 * Keeps a cell of a CSV file from being taken for a formula by a spreadsheet program, reversibly: for every text,
 * {@code unguard(guard(text))} is that text again.
 *
 * <p>A value is dangerous when it begins with {@code =}, {@code @}, a tab or a carriage return, or with {@code +} or
 * {@code -} followed by anything but digits, spaces and {@code ( ) . - /}; phone numbers and plain negative numbers are
 * not. It is written with a leading apostrophe. A value that itself begins with apostrophes before something dangerous
 * gets one more.
 */
public final class FormulaGuard {

    /** The text as it is to stand in a CSV cell. */
    public String guard(String value) {
        return needsGuard(value, 0) ? "'" + value : value;
    }

    /** The text that {@link #guard} was given; any other text unchanged. */
    public String unguard(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && needsGuard(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean needsGuard(String value, int from) {
        int start = from;
        while (start < value.length() && value.charAt(start) == '\'') {
            start++;
        }
        return start < value.length() && startsFormula(value, start);
    }

    private static boolean startsFormula(String value, int start) {
        return switch (value.charAt(start)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> !value.chars().skip(start + 1L).allMatch(FormulaGuard::standsInNumbers);
            default -> false;
        };
    }

    private static boolean standsInNumbers(int character) {
        return (character >= '0' && character <= '9') || " ().-/".indexOf(character) >= 0;
    }
}
