package io.almoner.returns;

import java.util.List;

import org.dhatim.fastexcel.Worksheet;

/** The header of a sheet: bold, frozen, with widths that fit most of what stands below. */
public final class SheetHead {

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    static final String FILL = "DDEBF7";

    private final Worksheet sheet;

    public SheetHead(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Writes it into the first row. Nothing of the sheet may have been flushed yet. */
    public void write(List<String> header) {
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            sheet.inlineString(0, column, name);
            sheet.width(column, width(name));
        }
        sheet.range(0, 0, 0, header.size() - 1).style().bold().fillColor(FILL).set();
        sheet.freezePane(0, 1);
    }

    private static int width(String name) {
        boolean sentences = name.endsWith("Reason") || name.endsWith("Hint");
        return sentences ? WIDEST : Math.max(NARROWEST, Math.min(WIDEST, name.length() + 8));
    }
}
