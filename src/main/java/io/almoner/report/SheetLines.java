package io.almoner.report;

import io.almoner.returns.TextWidth;

/**
 * The lines that a text takes in a cell. Rows are made as high as their lines, since not every program does so itself
 * when it opens a workbook.
 */
final class SheetLines {

    private static final double POINTS_OF_A_LINE = 13.5;
    private static final double POINTS_AROUND = 1.5;
    private static final int INDENT = 2;

    private SheetLines() {}

    /** @param width of the column in characters, of which a Chinese one takes two */
    static int of(String text, double width) {
        TextWidth widths = new TextWidth();
        int room = (int) width - INDENT;
        int least = (widths.of(text) + room - 1) / room;
        return least <= 1 ? 1 : Math.max(least, widths.wrapped(text, room).size());
    }

    /** The height of a row of so many lines, in points. */
    static double height(int lines) {
        return lines * POINTS_OF_A_LINE + POINTS_AROUND;
    }
}
