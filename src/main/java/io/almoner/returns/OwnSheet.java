package io.almoner.returns;

import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

import io.almoner.intake.AddedColumn;
import io.almoner.intake.LayoutColumn;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/** One table in the user's own workbook: our columns beside its rows, and the guilty cells. */
final class OwnSheet {

    private static final int NOTES = 1_000;
    private static final int CHARACTER = 256;

    private final XSSFSheet sheet;
    private final SourceTable table;
    private final Explanation explanation;
    private final OwnLooks looks;
    private final GuiltyCells guilty;
    private final OwnColumns columns;
    private final Notes notes;
    private final ColumnLabel label = new ColumnLabel();
    private int lastRow;

    OwnSheet(XSSFSheet sheet, SourceTable table, Explanation explanation, OwnLooks looks, GuiltyCells guilty) {
        this.sheet = sheet;
        this.table = table;
        this.explanation = explanation;
        this.looks = looks;
        this.guilty = guilty;
        this.columns = new OwnColumns(sheet, table);
        this.notes = new Notes(sheet);
        this.lastRow = table.headerRow();
    }

    /** Takes away what an earlier round left. */
    void clean() {
        notes.removeOurs(row -> columns.text(sheet.getRow(row), AddedColumn.REASON));
        for (int i = table.headerRow(); i <= sheet.getLastRowNum(); i++) {
            XSSFRow row = sheet.getRow(i);
            if (row != null) {
                unmark(row);
                columns.clear(row);
            }
        }
    }

    private void unmark(XSSFRow row) {
        String mark = columns.text(row, AddedColumn.MARK);
        for (LayoutColumn column : table.layout().columns()) {
            int position = table.position(column.name());
            XSSFCell cell = position < 0 ? null : row.getCell(position);
            if (cell != null && guilty.isMarked(cell)) {
                guilty.restore(cell, column.name(), mark);
            }
        }
    }

    /** Writes the headers of our columns, which stay in sight. */
    void head() {
        columns.eachAdded((column, position) -> {
            looks.header(row(table.headerRow()), position, column.header());
            int characters = column == AddedColumn.REASON || column == AddedColumn.HINT ? 60 : 16;
            sheet.setColumnWidth(position, characters * CHARACTER);
        });
        if (sheet.getPaneInformation() == null) {
            sheet.createFreezePane(0, table.headerRow());
        }
    }

    void refused(Row row, List<Finding> findings) {
        XSSFRow line = begin(row, "rejected");
        looks.text(line, columns.position(AddedColumn.CODE), explanation.codes(findings));
        looks.text(line, columns.position(AddedColumn.REASON), cut(explanation.reasons(table, findings)));
        looks.text(line, columns.position(AddedColumn.HINT), cut(explanation.hints(findings)));
        GuiltyCells.FormerFills former = new GuiltyCells.FormerFills();
        for (Finding finding : findings) {
            int position = finding.column() == null ? -1 : label.position(table, finding.column());
            if (position >= 0 && finding.column() != null) {
                XSSFCell cell = line.getCell(position, MissingCellPolicy.CREATE_NULL_AS_BLANK);
                guilty.mark(cell, finding.column(), former);
                notes.add(cell, cut(explanation.reason(table, finding)), NOTES);
            }
        }
        looks.text(line, columns.position(AddedColumn.MARK), former.mark());
    }

    /** @param mark empty when nothing makes the row known */
    void finished(Row row, String mark) {
        looks.text(begin(row, "done"), columns.position(AddedColumn.MARK), mark);
    }

    private XSSFRow begin(Row row, String status) {
        lastRow = Math.max(lastRow, row.number());
        XSSFRow line = row(row.number());
        looks.text(line, columns.position(AddedColumn.STATUS), status);
        line.createCell(columns.position(AddedColumn.ROW)).setCellValue(row.number());
        return line;
    }

    private static String cut(String text) {
        return StringUtils.abbreviate(text, OwnLooks.LONGEST_CELL);
    }

    /** The row of that number, which the user's sheet has. */
    private XSSFRow row(int number) {
        XSSFRow row = sheet.getRow(number - 1);
        if (row == null) {
            throw new IllegalStateException("the sheet has no row " + number);
        }
        return row;
    }

    /** Sets a filter, unless the sheet has one or a table of Excel's that brings its own. */
    void filter() {
        if (!sheet.getCTWorksheet().isSetAutoFilter() && sheet.getTables().isEmpty()) {
            sheet.setAutoFilter(new CellRangeAddress(table.headerRow() - 1, lastRow - 1, 0, columns.last()));
        }
    }
}
