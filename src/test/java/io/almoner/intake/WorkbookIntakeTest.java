package io.almoner.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.almoner.rules.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class WorkbookIntakeTest {

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void reads_every_kind_of_cell(SourceTable.Format format) throws IOException {
        Path file = write(format, workbook -> {
            Sheet sheet = roles(workbook, "roles");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
            org.apache.poi.ss.usermodel.Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("00123");
            row.createCell(1).setCellValue(LocalDate.of(2020, 4, 1));
            row.getCell(1).setCellStyle(date);
            row.createCell(2).setCellValue(LocalDateTime.of(2020, 4, 1, 10, 15));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellValue(0.1 + 0.2);
            row.createCell(4).setCellValue(4711001);
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellValue(-12.5);
            row.createCell(7).setCellValue(1e14);
            row.createCell(8).setCellValue(" spaces kept ");
        });
        SourceTable table = files.only(file);
        assertThat(table.format()).isEqualTo(format);
        assertThat(files.rows(table).get(0).cells())
                .containsExactly(
                        "00123",
                        "2020-04-01",
                        "2020-04-01T10:15:00",
                        "0.3",
                        "4711001",
                        "TRUE",
                        "-12.5",
                        "100000000000000",
                        " spaces kept ");
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void tells_cells_that_cannot_be_believed(SourceTable.Format format) throws IOException {
        Path file = write(format, workbook -> {
            Sheet sheet = roles(workbook, "roles");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            org.apache.poi.ss.usermodel.Row row = sheet.createRow(1);
            row.createCell(0).setCellErrorValue(FormulaError.NA.getCode());
            row.createCell(1).setCellValue(12345678901234567890.0);
            row.createCell(2).setCellValue(60);
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellValue(0.5);
            row.getCell(3).setCellStyle(date);
        });
        Row row = files.rows(file).get(0);
        assertThat(row.defects())
                .containsEntry(0, Row.Defect.ERROR_VALUE)
                .containsEntry(1, Row.Defect.DIGITS_LOST)
                .containsEntry(2, Row.Defect.IMPOSSIBLE_DATE)
                .containsEntry(3, Row.Defect.IMPOSSIBLE_DATE);
        assertThat(row.cells().subList(0, 2)).containsExactly("#N/A", "12345678901234567000");
    }

    @Test
    void reads_formulas_by_what_they_last_gave() throws IOException {
        Path file = write(SourceTable.Format.XLSX, workbook -> {
            org.apache.poi.ss.usermodel.Row row = roles(workbook, "roles").createRow(1);
            row.createCell(0).setCellFormula("1+1");
            row.createCell(1).setCellFormula("1+2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.FORMULA);
        });
        Row row = files.rows(file).get(0);
        assertThat(row.cells()).startsWith("", "3");
        assertThat(row.defects()).containsOnlyKeys(0).containsValue(Row.Defect.FORMULA_WITHOUT_VALUE);
    }

    @Test
    void finds_the_header_below_merged_titles_and_keeps_the_numbers_of_the_sheet() throws IOException {
        Path file = write(SourceTable.Format.XLSX, workbook -> {
            Sheet sheet = workbook.createSheet("roles");
            sheet.createRow(0).createCell(0).setCellValue("Roles of Contoso");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            header(sheet, 3);
            sheet.createRow(4).createCell(0).setCellValue("7");
            sheet.createRow(6).createCell(0).setCellValue("8");
            sheet.getRow(6).setZeroHeight(true);
        });
        assertThat(files.only(file).headerRow()).isEqualTo(4);
        assertThat(files.rows(file)).extracting(Row::number).containsExactly(5, 7);
        assertThat(files.rows(file).get(1).cells()).containsExactly("8", "", "");
    }

    @Test
    void takes_each_sheet_for_a_table_and_leaves_others_aside() throws IOException {
        Path file = write(SourceTable.Format.XLSX, workbook -> {
            roles(workbook, "a");
            workbook.createSheet("Summary").createRow(0).createCell(0).setCellValue("Rows read");
            roles(workbook, "b").createRow(1).createCell(0).setCellValue("7");
            roles(workbook, "c");
            workbook.setSheetVisibility(3, SheetVisibility.HIDDEN);
            workbook.createSheet("empty");
        });
        Identified found = files.identify(file);
        assertThat(found.tables()).extracting(SourceTable::label).containsExactly("book.xlsx [a]", "book.xlsx [b]");
        assertThat(found.ignored())
                .extracting(Ignored::finding)
                .extracting(Finding::messageKey)
                .containsExactlyInAnyOrder("FIL-010.hidden-sheet", "FIL-001.no-header");
        assertThat(files.only(file, new ReadOptions(null, null, "C")).sheet()).isEqualTo("c");
        IntakeFixture.refusal(() -> files.only(file, new ReadOptions(null, null, "d")))
                .satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.no-such-sheet"));
    }

    @Test
    void passes_in_silence_over_sheets_that_we_put_beside_tables() throws IOException {
        Path file = write(SourceTable.Format.XLSX, workbook -> {
            roles(workbook, "a");
            for (CompanionSheet companion : CompanionSheet.values()) {
                workbook.createSheet(companion.title())
                        .createRow(0)
                        .createCell(0)
                        .setCellValue("Action");
            }
        });
        Identified found = files.identify(file);
        assertThat(found.tables()).extracting(SourceTable::sheet).containsExactly("a");
        assertThat(found.ignored()).isEmpty();
    }

    @Test
    void refuses_a_workbook_with_a_broken_table_beside_a_good_one() throws IOException {
        Path file = write(SourceTable.Format.XLSX, workbook -> {
            roles(workbook, "a");
            org.apache.poi.ss.usermodel.Row row = workbook.createSheet("b").createRow(0);
            row.createCell(0).setCellValue("OrgId");
            row.createCell(1).setCellValue("OrgName");
        });
        files.refusalOf(file).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-001.missing-column"));
    }

    @ParameterizedTest
    @CsvSource({"43922, 2020-04-01", "43922.427083333, 2020-04-01T10:15:00", "61, 1900-03-01", "2958465, 9999-12-31"})
    void counts_days_from_1900(String serial, String date) throws IOException {
        assertThat(rawCell(RawXlsx.of(RawXlsx.HEADER + row("<c s=\"1\"><v>" + serial + "</v></c>"))))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"0, 1904-01-01", "1, 1904-01-02", "42460, 2020-04-01"})
    void counts_days_from_1904(String serial, String date) throws IOException {
        RawXlsx raw = RawXlsx.of(RawXlsx.HEADER + row("<c s=\"1\"><v>" + serial + "</v></c>"));
        assertThat(rawCell(raw.from1904())).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-04-01T00:00:00, 2020-04-01",
        "2020-04-01, 2020-04-01",
        "2020-04-01T10:15:00Z, 2020-04-01T10:15:00",
        "2020-04-01T10:15:00.000, 2020-04-01T10:15:00"
    })
    void reads_dates_that_are_written_as_such(String value, String date) throws IOException {
        assertThat(rawCell(RawXlsx.of(RawXlsx.HEADER + row("<c t=\"d\"><v>" + value + "</v></c>"))))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"1E3, 1000", "1.5E-3, 0.0015", "-0, 0", "00, 0", "1E-3, 0.001", "123456789012345, 123456789012345"})
    void writes_numbers_plainly(String value, String text) throws IOException {
        assertThat(rawCell(RawXlsx.of(RawXlsx.HEADER + row("<c><v>" + value + "</v></c>"))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1E999999999", "1E-999999999", "NaN", "0x1p3", "x"})
    void believes_no_number_that_excel_could_not_hold(String value) throws IOException {
        Path file = files.zip(
                "x.xlsx",
                RawXlsx.of(RawXlsx.HEADER + row("<c><v>" + value + "</v></c>")).parts());
        assertThat(files.rows(file).get(0).defects()).containsEntry(0, Row.Defect.ERROR_VALUE);
    }

    @Test
    void reads_the_strict_dialect_and_shared_texts_in_pieces_without_phonetics() throws IOException {
        RawXlsx raw = RawXlsx.of(RawXlsx.HEADER + row("<c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c>"))
                .strings("<si><t>a_x000D_b</t></si><si><r><t>株式</t></r><rPh><t>カブシキ</t></rPh><r><t>会社</t></r></si>");
        Path file = files.zip("x.xlsx", raw.strict().parts());
        assertThat(files.cells(file).get(0)).startsWith("株式会社", "a\rb");
    }

    @Test
    void accepts_cells_and_rows_without_references() throws IOException {
        RawXlsx raw = RawXlsx.of(
                "<row><c t=\"str\"><v>Email</v></c><c t=\"str\"><v>Role</v></c></row><row><c/><c><v>5</v></c></row>");
        Path file = files.zip("x.xlsx", raw.parts());
        assertThat(files.cells(file)).containsExactly(List.of("", "5"));
        assertThat(files.rows(file)).extracting(Row::number).containsExactly(2);
    }

    private String rawCell(RawXlsx raw) throws IOException {
        return files.cells(files.zip("x.xlsx", raw.parts())).get(0).get(0);
    }

    private static String row(String cells) {
        return "<row r=\"2\">" + cells + "</row>";
    }

    private static Sheet roles(Workbook workbook, String name) {
        return header(workbook.createSheet(name), 0);
    }

    private static Sheet header(Sheet sheet, int at) {
        org.apache.poi.ss.usermodel.Row row = sheet.createRow(at);
        row.createCell(0).setCellValue("OrgId");
        row.createCell(1).setCellValue("Email");
        row.createCell(2).setCellValue("Role");
        return sheet;
    }

    private Path write(SourceTable.Format format, Consumer<Workbook> content) throws IOException {
        boolean old = format == SourceTable.Format.XLS;
        Path file = folder.resolve(old ? "book.csv" : "book.xlsx");
        try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        }
        return file;
    }
}
