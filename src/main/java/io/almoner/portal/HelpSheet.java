package io.almoner.portal;

import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import io.almoner.intake.Action;
import io.almoner.intake.CompanionSheet;
import io.almoner.intake.LayoutColumn;
import io.almoner.portal.TemplateStyles.Edge;
import io.almoner.returns.TextWidth;

/** The sheet that says how the template is filled in: the steps, then each action, then each column. */
final class HelpSheet {

    private static final List<Integer> WIDTHS = List.of(32, 60, 40, 50, 18);
    private static final int UNITS_OF_A_CHARACTER = 256;
    private static final int POINTS_OF_A_LINE = 15;

    private final XSSFSheet sheet;
    private final Guide guide;
    private final TemplateTexts texts;
    private final TemplateStyles styles;
    private final XSSFCellStyle wrapped;
    private int next;

    HelpSheet(XSSFWorkbook workbook, Guide guide, TemplateStyles styles) {
        this.sheet = workbook.createSheet(CompanionSheet.HELP.title());
        this.guide = guide;
        this.texts = guide.texts();
        this.styles = styles;
        this.wrapped = styles.wrapped();
    }

    /** @param command what is to be typed when the template is filled in */
    void write(LedgerLists lists, String command) {
        XSSFCell title = sheet.createRow(next++).createCell(0);
        title.setCellValue(texts.text("help.title", guide.layout().name()));
        title.setCellStyle(styles.title());
        Stream.of("rows", "example", "lists", "colours", "columns")
                .forEach(step -> line(texts.text("help.step." + step)));
        line(texts.text("help.step.next", command));
        if (lists.isCut()) {
            line(texts.text("help.cut", LedgerLists.LIMIT));
        }
        if (lists.isEmpty()) {
            line(texts.text("help.empty"));
        }
        if (guide.hasActions()) {
            actions();
        }
        columns();
        page();
    }

    private void page() {
        for (int i = 0; i < WIDTHS.size(); i++) {
            sheet.setColumnWidth(i, WIDTHS.get(i) * UNITS_OF_A_CHARACTER);
        }
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** A sentence across all columns. */
    private void line(String sentence) {
        XSSFRow row = sheet.createRow(next);
        row.setHeightInPoints(lines(sentence, WIDTHS.stream().mapToInt(i -> i).sum()) * POINTS_OF_A_LINE);
        XSSFCell cell = row.createCell(0);
        cell.setCellValue(sentence);
        cell.setCellStyle(wrapped);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WIDTHS.size() - 1));
        next++;
    }

    private void actions() {
        head("help.action", "help.meaning", "help.needed", "help.optional");
        for (Action action : Action.values()) {
            ActionNeeds needs = ActionNeeds.of(action);
            cells(
                    guide.word(action),
                    texts.text("action." + action.name()),
                    guide.headers(needs.needed()),
                    guide.headers(needs.optional()));
        }
    }

    private void columns() {
        head("help.column", "help.purpose", "help.example", "help.need", "help.group");
        for (LayoutColumn column : guide.columns()) {
            Purpose purpose = Purpose.of(column);
            XSSFRow row = cells(
                    guide.header(column),
                    guide.purpose(column),
                    guide.example(column),
                    guide.need(column),
                    texts.text("purpose." + purpose.name()));
            row.getCell(0).setCellStyle(styles.header(purpose, column.required(), Edge.WITHIN_GROUP));
        }
    }

    private void head(String... keys) {
        next++;
        XSSFRow row = cells(Stream.of(keys).map(texts::text).toArray(String[]::new));
        row.forEach(cell -> cell.setCellStyle(styles.header(Purpose.WHAT, true, Edge.WITHIN_GROUP)));
    }

    private XSSFRow cells(String... values) {
        XSSFRow row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < values.length; i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(values[i]);
            cell.setCellStyle(wrapped);
            lines = Math.max(lines, lines(values[i], WIDTHS.get(i)));
        }
        row.setHeightInPoints(lines * POINTS_OF_A_LINE);
        return row;
    }

    /** Not every spreadsheet program finds out by itself how high a row has to be. */
    private static int lines(String text, int width) {
        return new TextWidth().wrapped(text, width).size();
    }
}
