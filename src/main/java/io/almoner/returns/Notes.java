package io.almoner.returns;

import java.util.Map;
import java.util.function.IntFunction;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Our notes on the cells of one sheet of the user's own workbook; those of others are left alone. */
final class Notes {

    private static final String AUTHOR = "Almoner";
    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;

    private final XSSFSheet sheet;
    private int count;

    Notes(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Takes away what an earlier round noted: what bears our name, or says what stands in the reason beside it, because
     * other programs forget who wrote a note.
     *
     * @param reasons the former reason of a row, counted from 0; empty when it had none
     */
    void removeOurs(IntFunction<String> reasons) {
        for (Map.Entry<CellAddress, XSSFComment> note :
                Map.copyOf(sheet.getCellComments()).entrySet()) {
            CellAddress place = note.getKey();
            String text = note.getValue().getString().getString();
            boolean ours = AUTHOR.equals(note.getValue().getAuthor())
                    || (!text.isBlank() && reasons.apply(place.getRow()).contains(text));
            XSSFCell cell = ours && sheet.getRow(place.getRow()) != null
                    ? sheet.getRow(place.getRow()).getCell(place.getColumn())
                    : null;
            if (cell != null) {
                cell.removeCellComment();
            }
        }
    }

    /** Puts a note on a cell, unless somebody has; no more than so many in all, since notes slow Excel down. */
    void add(XSSFCell cell, String text, int most) {
        if (count >= most || cell.getCellComment() != null) {
            return;
        }
        count++;
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        ClientAnchor place = helper.createClientAnchor();
        int left = left(cell);
        place.setCol1(left);
        place.setCol2(left + WIDTH);
        place.setRow1(cell.getRowIndex());
        place.setRow2(cell.getRowIndex() + HEIGHT);
        XSSFComment note = sheet.createDrawingPatriarch().createCellComment(place);
        note.setAddress(cell.getAddress());
        note.setString(text);
        note.setAuthor(AUTHOR);
    }

    /** Beside the cell; upon it when its neighbour has a note, since two cannot be made at one place. */
    private int left(XSSFCell cell) {
        int beside = cell.getColumnIndex() + 1;
        return sheet.getCellComment(new CellAddress(cell.getRowIndex(), beside)) == null
                ? beside
                : cell.getColumnIndex();
    }
}
