package io.almoner.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.almoner.returns.SheetHead;

/** A workbook of one sheet; dates and numbers have their types, all else is text. */
final class SheetTable implements TableFile {

    private static final int ROWS_BETWEEN_FLUSHES = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final int width;
    private int row;

    SheetTable(OutputStream stream, String name, List<String> header) {
        this.workbook = new Workbook(stream, "Almoner", "1.0");
        this.sheet = workbook.newWorksheet(name);
        this.width = header.size();
        new SheetHead(sheet).write(header);
    }

    /** With columns of these widths, in characters. */
    SheetTable(OutputStream stream, String name, List<String> header, List<Integer> widths) {
        this(stream, name, header);
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
    }

    @Override
    public void write(List<Cell> cells) throws IOException {
        if (++row >= Worksheet.MAX_ROWS) {
            throw new IOException("a sheet holds " + Worksheet.MAX_ROWS + " rows and there are more: export to CSV");
        }
        for (int column = 0; column < cells.size(); column++) {
            cells.get(column).write(sheet, row, column);
        }
        if (row % ROWS_BETWEEN_FLUSHES == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.setAutoFilter(0, 0, row, width - 1);
        workbook.close();
    }
}
