package io.almoner.intake;

/** White space as spreadsheets have it: also non-breaking, ideographic and zero-width. */
final class Whitespace {

    private Whitespace() {}

    /** The text without white space at its ends; the same instance when there is none. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhite(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    private static boolean isWhite(char character) {
        return character <= ' '
                || character == '\u00a0'
                || character == '\u200b'
                || character == '\ufeff'
                || (character > '\u007f' && (Character.isWhitespace(character) || Character.isSpaceChar(character)));
    }
}
