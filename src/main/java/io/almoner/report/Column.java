package io.almoner.report;

import java.time.LocalDate;
import java.util.function.Function;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import io.almoner.returns.TextWidth;

/**
 * A column of a data sheet. A missing value leaves its cell empty; text is always written as text, so that no cell can
 * start a formula.
 *
 * @param format of its numbers or dates; null for text
 * @param width in characters, of which a Chinese one takes two
 */
record Column<T>(String title, Kind kind, @Nullable String format, double width, CellWriter<T> cell) {

    private static final int LONGEST_TEXT = 32_767;
    private static final int FILTER_BUTTON = 4;

    Column {
        width = Math.max(width, new TextWidth().of(title) + FILTER_BUTTON);
    }

    /** Text goes on below itself where it is longer than its column is wide. */
    static <T> Column<T> text(String title, double width, Function<T, @Nullable String> value) {
        return new Column<>(title, Kind.TEXT, null, width, (sheet, row, column, line) -> {
            String text = value.apply(line);
            if (text == null || text.isEmpty()) {
                return 1;
            }
            int lines = SheetLines.of(text, width);
            sheet.inlineString(row, column, fitting(text));
            sheet.style(row, column)
                    .verticalAlignment("top")
                    .horizontalAlignment(Kind.TEXT.alignment())
                    .indent(1)
                    .wrapText(lines > 1)
                    .set();
            return lines;
        });
    }

    static <T> Column<T> number(String title, String format, double width, Function<T, @Nullable Number> value) {
        return new Column<>(title, Kind.WHOLE, format, width, (sheet, row, column, line) -> {
            Number number = value.apply(line);
            if (number != null) {
                sheet.value(row, column, number);
            }
            return 1;
        });
    }

    static <T> Column<T> date(String title, String format, double width, Function<T, @Nullable LocalDate> value) {
        return new Column<>(title, Kind.DAY, format, width, (sheet, row, column, line) -> {
            LocalDate date = value.apply(line);
            if (date != null) {
                sheet.value(row, column, date);
            }
            return 1;
        });
    }

    /** Within what a cell can hold, and without what XML cannot. */
    static String fitting(String text) {
        String legal = text.codePoints()
                .map(point -> isLegal(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return legal.length() <= LONGEST_TEXT ? legal : legal.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point > 0xFFFF;
    }

    /** Writes the cell of one row, and tells how many lines it takes. */
    @FunctionalInterface
    interface CellWriter<T> {
        int write(Worksheet sheet, int row, int column, T line);
    }
}
