package io.almoner.returns;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.jspecify.annotations.Nullable;

import io.almoner.intake.AddedColumn;
import io.almoner.intake.SourceTable;

/** Where our columns stand in a sheet of the user's own: where an earlier round put them, else after all that stands there. */
final class OwnColumns {

    private static final List<AddedColumn> WRITTEN = List.of(
            AddedColumn.STATUS,
            AddedColumn.CODE,
            AddedColumn.REASON,
            AddedColumn.HINT,
            AddedColumn.ROW,
            AddedColumn.MARK);

    private final XSSFSheet sheet;
    private final Map<AddedColumn, Integer> positions = new EnumMap<>(AddedColumn.class);
    private final Map<AddedColumn, Integer> added = new EnumMap<>(AddedColumn.class);

    OwnColumns(XSSFSheet sheet, SourceTable table) {
        this.sheet = sheet;
        int next = width(table.headerRow() - 1);
        for (AddedColumn column : WRITTEN) {
            int position = column.in(table.headers());
            if (position < 0) {
                position = next++;
                added.put(column, position);
            }
            positions.put(column, position);
        }
        if (next > SpreadsheetVersion.EXCEL2007.getMaxColumns()) {
            throw new IllegalStateException("the sheet has no room for our columns");
        }
    }

    /** The first column that is free from the header down: no cell, no merged ones, no table. */
    private int width(int headerRow) {
        int width = 0;
        for (int i = headerRow; i <= sheet.getLastRowNum(); i++) {
            XSSFRow row = sheet.getRow(i);
            width = row == null ? width : Math.max(width, width(row));
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            width = merged.getLastRow() < headerRow ? width : Math.max(width, merged.getLastColumn() + 1);
        }
        for (XSSFTable table : sheet.getTables()) {
            CellReference end = table.getEndCellReference();
            width = end.getRow() < headerRow ? width : Math.max(width, end.getCol() + 1);
        }
        return width;
    }

    private static int width(XSSFRow row) {
        for (int column = row.getLastCellNum() - 1; column >= 0; column--) {
            XSSFCell cell = row.getCell(column);
            if (cell != null && cell.getCellType() != CellType.BLANK) {
                return column + 1;
            }
        }
        return 0;
    }

    int position(AddedColumn column) {
        return positions.getOrDefault(column, -1);
    }

    /** The columns that the sheet did not have, each with its position. */
    void eachAdded(ObjIntConsumer<AddedColumn> action) {
        added.forEach(action::accept);
    }

    /** The last of our columns. */
    int last() {
        return positions.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** What one of our columns says in a row; empty where nothing stands. */
    String text(@Nullable XSSFRow row, AddedColumn column) {
        XSSFCell cell = row == null ? null : row.getCell(position(column));
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    /** Takes away what an earlier round wrote into a row. */
    void clear(XSSFRow row) {
        for (int position : positions.values()) {
            XSSFCell cell = row.getCell(position);
            if (cell != null) {
                row.removeCell(cell);
            }
        }
    }
}
