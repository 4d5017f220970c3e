package io.almoner.report;

import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** The titles of the columns of a table on a sheet. */
final class SheetHead {

    /** With the opacity that the schema asks for. */
    static final String BLUE = "FF1F4E79";

    private static final String WHITE = "FFFFFFFF";

    private SheetHead() {}

    static void write(Worksheet sheet, int row, int column, String title, Kind kind) {
        sheet.inlineString(row, column, Column.fitting(title));
        StyleSetter style = sheet.style(row, column)
                .bold()
                .fontColor(WHITE)
                .fillColor(BLUE)
                .wrapText(true)
                .verticalAlignment("top")
                .horizontalAlignment(kind.alignment());
        (kind == Kind.TEXT ? style.indent(1) : style).set();
    }
}
