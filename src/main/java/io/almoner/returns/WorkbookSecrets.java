package io.almoner.returns;

import java.util.BitSet;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

import io.almoner.intake.LayoutColumn;
import io.almoner.intake.Layouts;
import io.almoner.intake.SecretHeaders;
import io.almoner.intake.SourceTable;

/**
 * Whether a workbook has secrets in their columns, in whatever sheet, hidden ones too. They cannot be masked in place: a
 * workbook keeps the old text of a cell that is overwritten.
 */
final class WorkbookSecrets {

    private final SecretHeaders headers = new SecretHeaders(Layouts.load());

    boolean in(Workbook workbook, List<Refused> tables) {
        for (Sheet sheet : workbook) {
            if (below(sheet)) {
                return true;
            }
        }
        return tables.stream()
                .map(Refused::table)
                .anyMatch(table -> below(workbook.getSheet(String.valueOf(table.sheet())), table));
    }

    /** By what stands in the sheet: a filled cell below a header of secrets. */
    private boolean below(Sheet sheet) {
        BitSet secret = new BitSet();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (secret.get(cell.getColumnIndex()) && isFilled(cell)) {
                    return true;
                }
                if (cell.getCellType() == CellType.STRING && headers.contains(cell.getStringCellValue())) {
                    secret.set(cell.getColumnIndex());
                }
            }
        }
        return false;
    }

    /** By what was found to be the table's columns, however they are called. */
    private static boolean below(Sheet sheet, SourceTable table) {
        BitSet secret = new BitSet();
        for (LayoutColumn column : table.layout().columns()) {
            int position = table.position(column.name());
            if (column.secret() && position >= 0) {
                secret.set(position);
            }
        }
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (row.getRowNum() >= table.headerRow() && secret.get(cell.getColumnIndex()) && isFilled(cell)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFilled(Cell cell) {
        return switch (cell.getCellType()) {
            case BLANK, _NONE -> false;
            case STRING -> !cell.getStringCellValue().isBlank();
            case NUMERIC, BOOLEAN, FORMULA, ERROR -> true;
        };
    }
}
