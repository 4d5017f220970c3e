package io.almoner.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import io.almoner.intake.CompanionSheet;
import io.almoner.intake.LayoutColumn;

/**
 * The hidden sheet that the drop-downs take their entries from: a list a column, each with a name. A list that stands in
 * the drop-down itself could have no more than 255 characters.
 */
final class ListsSheet {

    /** The last row, counted from 0, whose cells offer a list. */
    static final int LAST_ROW = 4_999;

    private final XSSFSheet sheet;
    private final Guide guide;
    private final ChoiceLists lists;
    private final Set<Choice> written = EnumSet.noneOf(Choice.class);

    ListsSheet(XSSFWorkbook workbook, Guide guide, ChoiceLists lists) {
        this.sheet = workbook.createSheet(CompanionSheet.LISTS.title());
        this.guide = guide;
        this.lists = lists;
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }

    /** Writes the lists that the columns of the other sheet have, and the drop-downs there. */
    void offerIn(XSSFSheet input) {
        List<LayoutColumn> columns = guide.columns();
        for (int i = 0; i < columns.size(); i++) {
            int position = i;
            Choice.of(guide.layout(), columns.get(i))
                    .filter(this::isWritten)
                    .ifPresent(choice -> input.addValidationData(dropDown(input, choice, position)));
        }
    }

    private boolean isWritten(Choice choice) {
        List<String> entries = lists.of(choice);
        if (!entries.isEmpty() && written.add(choice)) {
            write(choice, entries, written.size() - 1);
        }
        return !entries.isEmpty();
    }

    private void write(Choice choice, List<String> entries, int column) {
        row(0).createCell(column).setCellValue(choice.rangeName());
        for (int i = 0; i < entries.size(); i++) {
            row(i + 1).createCell(column).setCellValue(entries.get(i));
        }
        Name name = sheet.getWorkbook().createName();
        name.setNameName(choice.rangeName());
        name.setRefersToFormula("'%s'!%s:%s"
                .formatted(
                        sheet.getSheetName(),
                        new CellReference(1, column, true, true).formatAsString(),
                        new CellReference(entries.size(), column, true, true).formatAsString()));
    }

    private XSSFRow row(int number) {
        XSSFRow row = sheet.getRow(number);
        return row == null ? sheet.createRow(number) : row;
    }

    private DataValidation dropDown(XSSFSheet input, Choice choice, int column) {
        DataValidationHelper helper = input.getDataValidationHelper();
        DataValidation dropDown = helper.createValidation(
                helper.createFormulaListConstraint(choice.rangeName()),
                new CellRangeAddressList(InputSheet.EXAMPLE_ROW + 1, LAST_ROW, column, column));
        String kind = choice.isClosed() ? "choice.closed" : "choice.open";
        dropDown.setErrorStyle(choice.isClosed() ? ErrorStyle.STOP : ErrorStyle.WARNING);
        dropDown.createErrorBox(
                guide.texts().text(kind + ".title"), guide.texts().text(kind + ".text"));
        dropDown.setShowErrorBox(true);
        dropDown.setEmptyCellAllowed(true);
        return dropDown;
    }
}
