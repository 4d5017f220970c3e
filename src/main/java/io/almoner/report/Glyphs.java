package io.almoner.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the reports' fonts can draw. Characters that none of them has would leave a gap that nobody sees, so a run of them
 * is replaced by one mark for the unknown. Accents are joined with their letters; characters that are not to be seen, and
 * those that turn what follows around, are left out. A text that is read from right to left is set apart from what is
 * joined to it.
 */
final class Glyphs {

    private static final int UNKNOWN = '\uFFFD';
    private static final int FIRST_TO_ASK_FOR = 0x180;
    private static final String LEFT_TO_RIGHT = "\u200E";
    private static final String EMBEDDED_RIGHT_TO_LEFT = "\u202B%s\u202C";

    /** Parts of Arabic and Indic words, where it keeps letters apart. */
    private static final int NON_JOINER = 0x200C;

    private final List<Font> fonts = Stream.of(
                    "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf",
                    "/fonts/DroidSansFallbackFull.ttf",
                    "/fonts/AlmonerHangul.ttf",
                    "/fonts/AlmonerSymbols.ttf")
            .map(Glyphs::font)
            .toList();

    /** The text as it can be drawn; the same text when all of it can. */
    String drawable(String text) {
        // asked for every cell of a report: no stream while nothing is out of the ordinary
        for (int index = 0; index < text.length(); index++) {
            if (!isPlain(text.charAt(index))) {
                return directed(drawn(text));
            }
        }
        return text;
    }

    /** The text as charts can draw it, which know no characters of two code units, such as emoji. */
    String inChart(String text) {
        StringBuilder drawn = new StringBuilder();
        drawn(text).codePoints().filter(Character::isBmpCodePoint).forEachOrdered(drawn::appendCodePoint);
        return drawn.toString().replaceAll(" {2,}", " ").strip();
    }

    private String drawn(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !isHidden(point))
                .map(point -> isDrawable(point) ? point : UNKNOWN)
                .filter(point -> point != UNKNOWN || drawn.length() == 0 || drawn.charAt(drawn.length() - 1) != UNKNOWN)
                .forEachOrdered(drawn::appendCodePoint);
        return drawn.toString();
    }

    /** With marks, so that the numbers and dots of what is joined to it stay in their places. */
    private static String directed(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        boolean beginsAtLeft = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        return LEFT_TO_RIGHT + (beginsAtLeft ? text : EMBEDDED_RIGHT_TO_LEFT.formatted(text)) + LEFT_TO_RIGHT;
    }

    private static boolean isPlain(int point) {
        return (point >= ' ' && point < FIRST_TO_ASK_FOR && !Character.isISOControl(point) && point != '\u00AD')
                || point == '\n';
    }

    private static boolean isHidden(int point) {
        return (Character.getType(point) == Character.FORMAT && point != NON_JOINER)
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0x1F3FB && point <= 0x1F3FF);
    }

    private boolean isDrawable(int point) {
        return isPlain(point) || fonts.stream().anyMatch(font -> font.canDisplay(point));
    }

    /** Batik, which draws the charts, looks for what their own font lacks among the fonts of this process. */
    private static void registerForCharts(Font font) {
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
    }

    private static Font font(String resource) {
        try (InputStream in = Glyphs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ReportException("The font " + resource + " is missing from this program.");
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            registerForCharts(font);
            return font;
        } catch (FontFormatException | IOException e) {
            throw new ReportException("The font " + resource + " cannot be used: " + e.getMessage(), e);
        }
    }
}
