package io.almoner.report;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import org.dhatim.fastexcel.ColumnStyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * One table on a sheet of its own: a header that stays in sight, rows that can be filtered and sorted, ready to print.
 * Rows leave memory as they are written.
 */
final class DataSheet<T> {

    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;
    private static final int ROWS_IN_MEMORY = 500;

    private final Worksheet sheet;
    private final List<Column<T>> columns;

    DataSheet(Worksheet sheet, List<Column<T>> columns, Paper paper) {
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        SheetPrint.onePageWide(sheet, paper);
        for (int index = 0; index < columns.size(); index++) {
            head(index, columns.get(index));
        }
    }

    private void head(int index, Column<T> column) {
        sheet.width(index, column.width());
        ColumnStyleSetter style = sheet.style(index).verticalAlignment("top");
        (column.format() == null ? style : style.format(column.format())).set();
        SheetHead.write(sheet, 0, index, column.title(), column.kind());
    }

    /** Writes rows until there are none left or the sheet is full. */
    void fill(Iterator<T> lines) throws IOException {
        int row = 0;
        while (lines.hasNext() && row < MOST_ROWS) {
            row++;
            write(row, lines.next());
            if (row % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, row, columns.size() - 1);
        sheet.finish();
    }

    private void write(int row, T line) {
        int most = 1;
        for (int index = 0; index < columns.size(); index++) {
            most = Math.max(most, columns.get(index).cell().write(sheet, row, index, line));
            style(row, index, columns.get(index));
        }
        if (most > 1) {
            sheet.rowHeight(row, SheetLines.height(most));
        }
    }

    private void style(int row, int index, Column<T> column) {
        if (column.format() != null) {
            sheet.style(row, index)
                    .format(column.format())
                    .verticalAlignment("top")
                    .horizontalAlignment(column.kind().alignment())
                    .set();
        }
    }
}
