package io.almoner.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as somebody made it over the years: a title of merged cells, the header in the third row, an example, colours,
 * a formula, a drop-down, a note, and a sheet of other things. Twelve people stand in its rows 5 to 16; the third has a bad
 * address and the seventh a bad word.
 */
public final class PeopleWorkbook {

    /** The sheet of the people. */
    public static final String PEOPLE = "Leute 人员";

    /** The row of the first person, as the user sees it. */
    public static final int FIRST = 5;

    /** The rows of the two people that are refused. */
    public static final List<Integer> REFUSED = List.of(7, 11);

    private static final List<String> HEADER = List.of(
            "IndividualId",
            "FirstName",
            "LastName",
            "Full name",
            "Email",
            "LocationMpnId",
            "AdminRight",
            "AssociatedDate",
            "Notes from the office");
    private static final int TITLE = 0;
    private static final int HEADER_ROW = 2;

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle dated;
    private final XSSFCellStyle yellow;

    private PeopleWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.dated = workbook.createCellStyle();
        dated.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
        this.yellow = workbook.createCellStyle();
        yellow.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        yellow.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C}));
        yellow.setBorderLeft(BorderStyle.THIN);
    }

    /** Writes the workbook. */
    public static Path write(Path file) throws IOException {
        return write(file, workbook -> {});
    }

    /** Writes the workbook with something else in it. */
    public static Path write(Path file, Consumer<XSSFWorkbook> more) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            new PeopleWorkbook(workbook).fill();
            more.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    /** Opens a workbook, changes it and writes it elsewhere, as a spreadsheet program would. */
    public static Path edit(Path source, Path target, Consumer<XSSFWorkbook> change) throws IOException {
        try (InputStream in = Files.newInputStream(source);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(target)) {
            change.accept(workbook);
            workbook.write(out);
        }
        return target;
    }

    /** Puts right what is wrong with the two people. */
    public static void correct(XSSFWorkbook workbook) {
        cell(workbook, REFUSED.get(0), "Email").setCellValue("person.3@contoso.example");
        cell(workbook, REFUSED.get(1), "AdminRight").setCellValue("None");
    }

    /** The cell of a person in the column of that header. */
    public static XSSFCell cell(XSSFWorkbook workbook, int row, String header) {
        XSSFSheet sheet = workbook.getSheet(PEOPLE);
        for (var cell : sheet.getRow(HEADER_ROW)) {
            if (cell.getStringCellValue().equals(header)) {
                XSSFCell found = sheet.getRow(row - 1).getCell(cell.getColumnIndex());
                return found == null ? sheet.getRow(row - 1).createCell(cell.getColumnIndex()) : found;
            }
        }
        throw new AssertionError("no column " + header);
    }

    private void fill() {
        XSSFSheet sheet = workbook.createSheet(PEOPLE);
        sheet.createRow(TITLE).createCell(0).setCellValue("Unsere Leute - 我们的员工");
        sheet.addMergedRegion(new CellRangeAddress(TITLE, TITLE, 0, HEADER.size() + 3));
        head(sheet);
        XSSFRow example = sheet.createRow(HEADER_ROW + 1);
        example.createCell(0).setCellValue("Beispiel: N-0");
        example.createCell(4).setCellValue("vorname.name@contoso.example");
        for (int i = 1; i <= 12; i++) {
            person(sheet.createRow(FIRST + i - 2), i);
        }
        decorate(sheet);
        notes();
    }

    private void head(XSSFSheet sheet) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setBorderBottom(BorderStyle.DOUBLE);
        XSSFRow head = sheet.createRow(HEADER_ROW);
        for (int column = 0; column < HEADER.size(); column++) {
            head.createCell(column).setCellValue(HEADER.get(column));
            head.getCell(column).setCellStyle(style);
            sheet.setColumnWidth(column, (10 + column) * 256);
        }
    }

    private void person(XSSFRow row, int number) {
        row.createCell(0).setCellValue("N-" + number);
        row.createCell(1).setCellValue(number % 2 == 0 ? "Jürgen" : "静");
        row.createCell(2).setCellValue("Nr " + number);
        XSSFCell name = row.createCell(3);
        name.setCellFormula("B%1$d&\" \"&C%1$d".formatted(row.getRowNum() + 1));
        name.setCellValue((number % 2 == 0 ? "Jürgen" : "静") + " Nr " + number);
        row.createCell(4).setCellValue("person." + number + (number == 3 ? "(at)" : "@") + "contoso.example");
        row.createCell(5).setCellValue(4387201);
        row.createCell(6).setCellValue(number == 7 ? "Nobody" : "None");
        row.createCell(7).setCellValue(LocalDate.of(2019, 1, number));
        row.getCell(7).setCellStyle(dated);
        row.createCell(8).setCellValue("Größe " + number);
        row.getCell(4).setCellStyle(yellow);
    }

    private void decorate(XSSFSheet sheet) {
        var helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"Global", "Location", "None"}),
                new CellRangeAddressList(FIRST - 1, 100, 6, 6)));
        XSSFComment note = sheet.createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, FIRST - 1, 5, FIRST + 3));
        note.setAuthor("Anna");
        note.setString("seit 2019 dabei");
        sheet.getRow(FIRST - 1).getCell(1).setCellComment(note);
    }

    private void notes() {
        XSSFSheet notes = workbook.createSheet("Notizen");
        notes.createRow(0).createCell(0).setCellValue("Urlaub");
        notes.getRow(0).createCell(1).setCellFormula("1+1");
        notes.addMergedRegion(new CellRangeAddress(3, 4, 0, 2));
        notes.setColumnWidth(0, 33 * 256);
    }
}
