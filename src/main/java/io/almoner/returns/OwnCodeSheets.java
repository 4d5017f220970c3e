package io.almoner.returns;

import java.util.List;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Puts the sheets about codes at the end of the user's own workbook, in place of those of an earlier round. */
final class OwnCodeSheets {

    private static final int CHARACTER = 256;

    private final XSSFWorkbook workbook;
    private final OwnLooks looks;

    OwnCodeSheets(XSSFWorkbook workbook, OwnLooks looks) {
        this.workbook = workbook;
        this.looks = looks;
    }

    void write(List<CodeSheet> sheets) {
        for (CodeSheet sheet : sheets) {
            int former = workbook.getSheetIndex(sheet.name());
            if (former >= 0) {
                workbook.removeSheetAt(former);
            }
        }
        sheets.forEach(sheet -> write(workbook.createSheet(sheet.name()), sheet));
    }

    private void write(XSSFSheet sheet, CodeSheet content) {
        XSSFRow head = sheet.createRow(0);
        for (int column = 0; column < content.header().size(); column++) {
            looks.header(head, column, content.header().get(column));
            sheet.setColumnWidth(column, content.widths().get(column) * CHARACTER);
        }
        for (List<Object> values : content.lines()) {
            XSSFRow line = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < values.size(); column++) {
                if (values.get(column) instanceof Integer count) {
                    line.createCell(column).setCellValue(count);
                } else {
                    looks.text(line, column, values.get(column).toString());
                }
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(
                0, content.lines().size(), 0, content.header().size() - 1));
    }
}
