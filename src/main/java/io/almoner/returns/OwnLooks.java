package io.almoner.returns;

import java.util.HexFormat;

import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells look that we write into the user's own workbook. */
final class OwnLooks {

    /** One more than our widest cells can need to be cut to, since escapes make them longer. */
    static final int LONGEST_CELL = 32_000;

    private final XSSFCellStyle header;
    private final XSSFCellStyle text;

    OwnLooks(XSSFWorkbook workbook) {
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        header = workbook.createCellStyle();
        header.setFont(bold);
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(SheetHead.FILL)));
        text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }

    void header(XSSFRow row, int column, String name) {
        write(row, column, name, header);
    }

    /** Writes text that stays text, also when somebody edits it; an empty text is no cell. */
    void text(XSSFRow row, int column, String content) {
        if (!content.isEmpty()) {
            write(row, column, content, text);
        }
    }

    private static void write(XSSFRow row, int column, String content, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(SheetText.storable(content));
        cell.setCellStyle(style);
    }
}
