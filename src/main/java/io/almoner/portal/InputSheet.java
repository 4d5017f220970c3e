package io.almoner.portal;

import java.time.LocalDate;
import java.util.List;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import io.almoner.intake.LayoutColumn;
import io.almoner.portal.TemplateStyles.Edge;
import io.almoner.returns.TextWidth;

/** The sheet that is filled in: a header with notes, an example, and columns that take what is typed as it is meant. */
final class InputSheet {

    static final int EXAMPLE_ROW = 1;

    private static final int NARROWEST = 12;
    private static final int WIDEST = 42;
    private static final int UNITS_OF_A_CHARACTER = 256;
    private static final int NOTE_COLUMNS = 3;
    private static final int NOTE_ROWS = 9;

    private final XSSFSheet sheet;
    private final Guide guide;
    private final TemplateStyles styles;

    InputSheet(XSSFWorkbook workbook, Guide guide, TemplateStyles styles) {
        this.sheet = workbook.createSheet(guide.layout().name());
        this.guide = guide;
        this.styles = styles;
    }

    XSSFSheet write() {
        List<LayoutColumn> columns = guide.columns();
        header(columns);
        example(columns);
        for (int i = 0; i < columns.size(); i++) {
            LayoutColumn column = columns.get(i);
            sheet.setDefaultColumnStyle(i, styles.input(CellForm.of(column)));
            sheet.setColumnWidth(i, width(column, i) * UNITS_OF_A_CHARACTER);
        }
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, EXAMPLE_ROW, 0, columns.size() - 1));
        sheet.setActiveCell(new CellAddress(EXAMPLE_ROW + 1, 0));
        sheet.getPrintSetup().setLandscape(true);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        return sheet;
    }

    private void header(List<LayoutColumn> columns) {
        XSSFRow row = sheet.createRow(0);
        XSSFDrawing notes = sheet.createDrawingPatriarch();
        Purpose before = Purpose.of(columns.get(0));
        for (int i = 0; i < columns.size(); i++) {
            LayoutColumn column = columns.get(i);
            Purpose purpose = Purpose.of(column);
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(guide.header(column));
            Edge edge = purpose == before ? Edge.WITHIN_GROUP : Edge.BEGINS_GROUP;
            cell.setCellStyle(styles.header(purpose, column.required(), edge));
            cell.setCellComment(note(notes, i, column));
            before = purpose;
        }
    }

    private Comment note(XSSFDrawing notes, int position, LayoutColumn column) {
        CreationHelper create = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = create.createClientAnchor();
        anchor.setRow1(1);
        anchor.setRow2(1 + NOTE_ROWS);
        anchor.setCol1(position + 1);
        anchor.setCol2(position + 1 + NOTE_COLUMNS);
        Comment note = notes.createCellComment(anchor);
        note.setAuthor("Almoner");
        note.setString(create.createRichTextString(String.join(
                "\n",
                guide.purpose(column),
                guide.need(column),
                guide.texts().text("example", guide.example(column)))));
        return note;
    }

    private void example(List<LayoutColumn> columns) {
        XSSFRow row = sheet.createRow(EXAMPLE_ROW);
        for (int i = 0; i < columns.size(); i++) {
            LayoutColumn column = columns.get(i);
            CellForm form = CellForm.of(column);
            XSSFCell cell = row.createCell(i);
            cell.setCellStyle(styles.example(form));
            String value = exampleText(column, i);
            if (i == 0) {
                cell.setCellValue(value);
            } else if (!value.isEmpty()) {
                set(cell, form, value);
            }
        }
    }

    /** What stands in the example row; in its first cell behind the word by which reading knows it. */
    private String exampleText(LayoutColumn column, int position) {
        String value = guide.exampleOfRow(column).orElse("");
        return position == 0 ? guide.texts().text("example", value) : value;
    }

    private static void set(XSSFCell cell, CellForm form, String value) {
        switch (form) {
            case TEXT -> cell.setCellValue(value);
            case NUMBER -> cell.setCellValue(Double.parseDouble(value));
            case DATE -> cell.setCellValue(LocalDate.parse(value));
        }
    }

    private int width(LayoutColumn column, int position) {
        TextWidth widths = new TextWidth();
        int header = widths.of(guide.header(column)) + 5; // the filter's button stands in the header
        int example = widths.of(exampleText(column, position)) + 2;
        return Math.min(WIDEST, Math.max(NARROWEST, Math.max(header, example)));
    }
}
