package io.almoner.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.book.Unit;

import static org.assertj.core.api.Assertions.assertThat;

class AllocationsWorkbookTest {

    private static final Look LOOK = new Look(Set.of(Format.XLSX), Locale.ENGLISH, Paper.A4);

    @TempDir
    Path folder;

    @Test
    void has_a_summary_and_a_table_each_of_benefits_and_people() throws IOException {
        try (XSSFWorkbook book = written(SampleAllocations.of(3, 300))) {
            assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
                    .containsExactly("Summary", "Allocations", "Assignments");
            assertThat(book.getSheet("Assignments").getLastRowNum()).isEqualTo(300);
        }
    }

    @Test
    void keeps_its_headers_filters_and_prints_one_landscape_page_wide() throws IOException {
        try (XSSFWorkbook book = written(SampleAllocations.of(1, 30))) {
            for (String name : List.of("Allocations", "Assignments")) {
                XSSFSheet sheet = book.getSheet(name);
                int columns = sheet.getRow(0).getLastCellNum();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
                        .isEqualTo("A1:" + lastCell(columns, sheet.getLastRowNum()));
                assertThat(sheet.getRepeatingRows().formatAsString()).endsWith("1:1");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getNumMergedRegions()).isZero();
            }
        }
    }

    @Test
    void begins_everything_at_the_top_of_its_row() throws IOException {
        try (XSSFWorkbook book = written(SampleAllocations.of(1, 30))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    assertThat(row)
                            .filteredOn(cell -> cell.getCellType() != CellType.BLANK)
                            .allSatisfy(cell -> assertThat(cell.getCellStyle().getVerticalAlignment())
                                    .as(sheet.getSheetName() + "!" + cell.getAddress())
                                    .isEqualTo(VerticalAlignment.TOP));
                }
            }
        }
    }

    @Test
    void holds_numbers_and_days_as_such() throws IOException {
        try (XSSFWorkbook book = written(SampleAllocations.of(1, 30))) {
            Row row = book.getSheet("Allocations").getRow(1);
            assertThat(cell(row, "Granted").getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell(row, "Use").getCellStyle().getDataFormatString()).isEqualTo("0 %");
            assertThat(DateUtil.isCellDateFormatted(cell(row, "Usable until"))).isTrue();
            assertThat(cell(row, "Order").getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void sums_up_to_the_key_figures() throws IOException {
        AllocationsReport report = SampleAllocations.of(3, 300);
        try (XSSFWorkbook book = written(report)) {
            XSSFSheet sheet = book.getSheet("Allocations");
            assertThat(counted(sheet, "Granted"))
                    .isEqualTo(report.figures().seats().granted());
            assertThat(counted(sheet, "Assigned"))
                    .isEqualTo(report.figures().seats().assigned());
            assertThat(counted(sheet, "Free"))
                    .isEqualTo(report.figures().seats().free());
            assertThat(counted(sheet, "Over"))
                    .isEqualTo(report.figures().seats().over());
        }
    }

    @Test
    void starts_no_formula_whatever_a_name_is() throws IOException {
        String hostile = "=HYPERLINK(\"http://x\",\"y\")\u0000\uFFFE\uD800";
        BenefitLine benefit = SampleAllocations.benefit(hostile, new Quantity(Unit.SEAT, 25L, 1), null);
        AssignmentLine seat = SampleAllocations.seat(benefit, "+" + hostile, "@x");
        try (XSSFWorkbook book =
                written(SampleAllocations.report(1, () -> List.of(benefit).stream(), () -> List.of(seat).stream()))) {
            Row row = book.getSheet("Assignments").getRow(1);
            assertThat(cell(row, "Person").getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell(row, "Person").getStringCellValue()).startsWith("+=HYPERLINK(");
            assertThat(cell(row, "E-mail").getStringCellValue()).isEqualTo("@x");
        }
    }

    @Test
    void says_that_there_is_nothing() throws IOException {
        try (XSSFWorkbook book = written(SampleAllocations.nothing())) {
            assertThat(book.getSheet("Summary"))
                    .anySatisfy(row ->
                            assertThat(row.getCell(0).getStringCellValue()).startsWith("There is nothing to report"));
            assertThat(book.getSheet("Allocations").getLastRowNum()).isZero();
        }
    }

    private XSSFWorkbook written(AllocationsReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook(SampleAllocations.written(report, LOOK), LOOK, new Texts(LOOK.locale())).write(folder, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static long counted(XSSFSheet sheet, String column) {
        double sum = 0;
        for (int index = 1; index <= sheet.getLastRowNum(); index++) {
            Row row = sheet.getRow(index);
            if (cell(row, "Counted").getStringCellValue().equals("Yes")) {
                sum += cell(row, column).getNumericCellValue();
            }
        }
        return Math.round(sum);
    }

    private static Cell cell(Row row, String column) {
        for (Cell head : row.getSheet().getRow(0)) {
            if (head.getStringCellValue().equals(column)) {
                return row.getCell(head.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + column);
    }

    private static String lastCell(int columns, int lastRow) {
        return (char) ('A' + columns - 1) + String.valueOf(lastRow + 1);
    }
}
