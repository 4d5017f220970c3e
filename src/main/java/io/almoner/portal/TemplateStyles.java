package io.almoner.portal;

import java.util.HexFormat;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a template look. */
final class TemplateStyles {

    private final XSSFWorkbook workbook;

    /** Whether a header begins another group of columns than the one before. */
    enum Edge {
        BEGINS_GROUP,
        WITHIN_GROUP
    }

    TemplateStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A header: dark where it is needed in every row, so that it stands out in grey too. */
    XSSFCellStyle header(Purpose purpose, boolean needed, Edge edge) {
        XSSFCellStyle style = filled(needed ? purpose.dark() : purpose.light());
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        if (needed) {
            font.setColor(IndexedColors.WHITE.getIndex());
        }
        style.setFont(font);
        if (edge == Edge.BEGINS_GROUP) {
            style.setBorderLeft(BorderStyle.MEDIUM);
        }
        return style;
    }

    /** What is typed into a column. */
    XSSFCellStyle input(CellForm form) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(form.format()));
        return style;
    }

    /** A cell of the example row. */
    XSSFCellStyle example(CellForm form) {
        XSSFCellStyle style = input(form);
        XSSFFont font = workbook.createFont();
        font.setItalic(true);
        font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        style.setFont(font);
        return style;
    }

    XSSFCellStyle title() {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 16);
        style.setFont(font);
        return style;
    }

    /** A sentence or two in a cell that is not wide enough for a line of them. */
    XSSFCellStyle wrapped() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle filled(String colour) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFillForegroundColor(new XSSFColor(rgb(colour)));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static byte[] rgb(String colour) {
        return HexFormat.of().parseHex(colour);
    }
}
