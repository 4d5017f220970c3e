package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;

class WorkbookRejectsTest {

    private static final List<Finding> EMPTY = List.of(Finding.of(Rule.FIL_003, "BenefitName", ""));
    private static final List<Finding> BAD_ID = List.of(Finding.of(Rule.MPN_001, "LocationMpnId", "1"), EMPTY.get(0));

    @TempDir
    Path folder;

    @Test
    void gives_one_workbook_with_the_sheets_that_have_refused_rows() throws IOException {
        try (Workbook workbook = open(
                keys("first").refused(BAD_ID, "1", "", ""),
                keys("second").row("4387201", "x", ""),
                keys("third").refused(EMPTY, "4387201", "", ""))) {

            assertThat(names(workbook)).containsExactly("first", "third", "Almoner Summary", "Almoner Codes");
        }
    }

    @Test
    void keeps_leading_zeros_long_numbers_dates_and_numbers_as_they_were() throws IOException {
        TestTable table = new TestTable("a", "b", "c", "d", "e", "f", "g")
                .at(Path.of("book.xlsx"))
                .sheet("keys")
                .refused(
                        EMPTY,
                        "00123",
                        "12345678901234567890",
                        "2020-04-01",
                        "2020-04-01T10:15:00",
                        "1.5",
                        "1.50",
                        "=1+1");
        try (Workbook workbook = open(table)) {
            org.apache.poi.ss.usermodel.Row row = workbook.getSheetAt(0).getRow(1);

            assertThat(List.of(text(row.getCell(0)), text(row.getCell(1)), text(row.getCell(5)), text(row.getCell(6))))
                    .containsExactly("00123", "12345678901234567890", "1.50", "=1+1");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
            assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo("2020-04-01T00:00:00");
            assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2020-04-01T10:15:00");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1.5);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(4))).isFalse();
        }
    }

    @Test
    void marks_the_guilty_cell_and_says_why() throws IOException {
        try (Workbook workbook = open(keys("keys").refused(BAD_ID, "1", "", ""))) {
            XSSFSheet sheet = (XSSFSheet) workbook.getSheetAt(0);
            Cell guilty = sheet.getRow(1).getCell(0);

            assertThat(guilty.getCellStyle().getFillForegroundColorColor()).isNotNull();
            assertThat(guilty.getCellComment().getString().getString())
                    .startsWith("A \"LocationMpnId\", \"1\": This is not an MPN ID");
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo("MPN-001 FIL-003");
            assertThat(sheet.getRow(1).getCell(7).getNumericCellValue()).isEqualTo(2);
        }
    }

    @Test
    void freezes_the_header_and_sets_a_filter_over_every_row() throws IOException {
        try (Workbook workbook = open(keys("keys").refused(EMPTY, "1", "", "").refused(EMPTY, "2", "", ""))) {
            XSSFSheet sheet = (XSSFSheet) workbook.getSheetAt(0);

            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:H3");
        }
    }

    @Test
    void counts_by_code_and_explains_the_codes_that_occur() throws IOException {
        try (Workbook workbook = open(keys("keys").refused(BAD_ID, "1", "", "").refused(EMPTY, "2", "", ""))) {

            assertThat(rows(workbook, "Almoner Summary"))
                    .containsExactly(
                            "Sheet|Code|Rows|Meaning",
                            "keys|MPN-001|1|MPN ID is not valid",
                            "keys|FIL-003|2|Required cell is empty");
            assertThat(rows(workbook, "Almoner Codes"))
                    .contains("FIL-003|E: row refused|Required cell is empty|Fill in the cell.");
        }
    }

    @Test
    void masks_secrets_in_workbooks_too() throws IOException {
        try (Workbook workbook = open(keys("keys").refused(EMPTY, "1", "", "AAAAA-BBBBB-CCCCC-DDDDD-22222"))) {
            assertThat(text(workbook.getSheetAt(0).getRow(1).getCell(2))).isEqualTo("*****-22222#7");
        }
    }

    @Test
    void keeps_characters_that_xml_cannot_hold_and_text_that_looks_like_them() throws IOException {
        try (Workbook workbook = open(keys("keys").refused(EMPTY, "a\u0001b", " _x0041_ ", ""))) {
            org.apache.poi.ss.usermodel.Row row = workbook.getSheetAt(0).getRow(1);

            assertThat(text(row.getCell(0))).isEqualTo("a\u0001b");
            assertThat(text(row.getCell(1))).isEqualTo(" _x0041_ ");
        }
    }

    private static TestTable keys(String sheet) {
        return TestTable.ofKeys().at(Path.of("book.xlsx")).sheet(sheet);
    }

    private Workbook open(TestTable... tables) throws IOException {
        List<Refused> refused =
                java.util.Arrays.stream(tables).map(TestTable::refused).toList();
        List<RejectsFile> files =
                TestTable.writer(new Messages(Locale.ENGLISH), tables).write(refused, folder);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).path()).hasFileName("book.rejects.xlsx");
        return WorkbookFactory.create(files.get(0).path().toFile(), null, true);
    }

    private static List<String> names(Workbook workbook) {
        return java.util.stream.IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    private static List<String> rows(Workbook workbook, String sheet) {
        List<String> rows = new java.util.ArrayList<>();
        for (org.apache.poi.ss.usermodel.Row row : workbook.getSheet(sheet)) {
            List<String> cells = new java.util.ArrayList<>();
            row.forEach(cell -> cells.add(
                    cell.getCellType() == CellType.NUMERIC
                            ? String.valueOf((long) cell.getNumericCellValue())
                            : cell.getStringCellValue()));
            rows.add(String.join("|", cells));
        }
        return rows;
    }

    private static String text(Cell cell) {
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        return cell.getStringCellValue();
    }
}
