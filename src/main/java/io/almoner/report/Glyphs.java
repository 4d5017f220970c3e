package io.almoner.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the reports' fonts can draw. A character that none of them has would leave a gap that nobody sees, so it is
 * replaced by the mark for an unknown one.
 */
final class Glyphs {

    private static final int UNKNOWN = '\uFFFD';
    private static final int FIRST_TO_ASK_FOR = 0x180;

    private final List<Font> fonts = Stream.of(
                    "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf", "/fonts/DroidSansFallbackFull.ttf")
            .map(Glyphs::font)
            .toList();

    /** The text with marks where a glyph is missing; the same text when none is. */
    String drawable(String text) {
        // asked for every cell of a report: no stream while nothing is missing
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            if (!isDrawable(text.codePointAt(index))) {
                return marked(text);
            }
        }
        return text;
    }

    private String marked(String text) {
        return text.codePoints()
                .map(point -> isDrawable(point) ? point : UNKNOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean isDrawable(int point) {
        return (point >= ' ' && point < FIRST_TO_ASK_FOR && !Character.isISOControl(point))
                || point == '\n'
                || fonts.stream().anyMatch(font -> font.canDisplay(point));
    }

    private static Font font(String resource) {
        try (InputStream in = Glyphs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ReportException("The font " + resource + " is missing from this program.");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException | IOException e) {
            throw new ReportException("The font " + resource + " cannot be used: " + e.getMessage(), e);
        }
    }
}
