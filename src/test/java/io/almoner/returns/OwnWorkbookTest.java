package io.almoner.returns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.intake.CommandReader;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.intake.Vocabulary;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;
import io.almoner.sample.PeopleWorkbook;

import static io.almoner.sample.PeopleWorkbook.PEOPLE;
import static io.almoner.sample.PeopleWorkbook.cell;
import static org.assertj.core.api.Assertions.assertThat;

/** The user's own workbook comes back with our columns in it, or not at all. */
class OwnWorkbookTest {

    private static final String KEY = "FAKE0-00000-DEMO0-00020-XP6JJ";
    private static final List<Finding> BAD_ADDRESS = List.of(
            Finding.of(Rule.USR_002, "Email", "person.3(at)contoso.example").variant("malformed"));
    private static final List<Finding> BAD_WORD =
            List.of(Finding.of(Rule.FIL_006, "AdminRight", "Nobody", "Global, Location, None", ""));

    private final Intake intake = new Intake(Layouts.load());

    @TempDir
    Path folder;

    @Test
    void keeps_what_the_user_put_there() throws IOException {
        Path source = PeopleWorkbook.write(folder.resolve("people.xlsx"));
        try (XSSFWorkbook before = open(source);
                XSSFWorkbook after = open(returned(source))) {
            XSSFSheet sheet = after.getSheet(PEOPLE);

            assertThat(names(after)).containsExactly(PEOPLE, "Notizen", "Almoner Summary", "Almoner Codes");
            for (XSSFSheet old : List.of(before.getSheetAt(0), before.getSheetAt(1))) {
                assertSameCells(old, after.getSheet(old.getSheetName()));
            }
            assertThat(sheet.getDataValidations()).hasSize(1);
            assertThat(sheet.getDataValidations().get(0).getRegions().getCellRangeAddress(0))
                    .isEqualTo(new CellRangeAddress(4, 100, 6, 6));
            assertThat(sheet.getRow(4).getCell(1).getCellComment().getString().getString())
                    .isEqualTo("seit 2019 dabei");
            assertThat(sheet.getRow(4).getCell(3).getCellFormula()).isEqualTo("B5&\" \"&C5");
        }
    }

    private static void assertSameCells(XSSFSheet before, XSSFSheet after) {
        assertThat(after.getMergedRegions()).isEqualTo(before.getMergedRegions());
        for (var row : before) {
            for (var old : row) {
                XSSFCell now = after.getRow(row.getRowNum()).getCell(old.getColumnIndex());
                assertThat(now.toString()).isEqualTo(old.toString());
                assertThat(now.getCellType()).isEqualTo(old.getCellType());
                assertThat(now.getCellStyle().getDataFormatString())
                        .isEqualTo(old.getCellStyle().getDataFormatString());
                assertThat(now.getCellStyle().getBorderLeft())
                        .isEqualTo(old.getCellStyle().getBorderLeft());
                assertThat(after.getColumnWidth(old.getColumnIndex()))
                        .isEqualTo(before.getColumnWidth(old.getColumnIndex()));
            }
        }
    }

    @Test
    void puts_reasons_beside_the_rows_and_marks_the_guilty_cells() throws IOException {
        try (XSSFWorkbook workbook = open(returned(PeopleWorkbook.write(folder.resolve("people.xlsx"))))) {
            assertThat(texts(workbook, 7))
                    .startsWith("rejected", "USR-002")
                    .contains("7.0", "fills Email=1/FFFFEB9C/-");
            assertThat(texts(workbook, 7).get(2)).startsWith("E \"Email\", \"person.3(at)contoso.example\": ");
            assertThat(cell(workbook, 7, "Email")
                            .getCellStyle()
                            .getFillForegroundXSSFColor()
                            .getARGBHex())
                    .isEqualTo("FF" + GuiltyCells.COLOUR);
            assertThat(cell(workbook, 7, "Email").getCellComment().getString().getString())
                    .isEqualTo(texts(workbook, 7).get(2));
            assertThat(texts(workbook, 8)).containsExactly("done", "8.0", "mark of 8");
            assertThat(texts(workbook, 4)).as("the example").isEmpty();
            assertThat(cell(workbook, 7, "Almoner Reason").getCellStyle().getDataFormatString())
                    .isEqualTo("@");
        }
    }

    @Test
    void freezes_the_header_and_sets_a_filter_unless_there_is_one() throws IOException {
        Path plain = PeopleWorkbook.write(folder.resolve("plain.xlsx"));
        Path set = PeopleWorkbook.write(folder.resolve("set.xlsx"), workbook -> {
            workbook.getSheet(PEOPLE).createFreezePane(2, 1);
            workbook.getSheet(PEOPLE).setAutoFilter(new CellRangeAddress(2, 15, 0, 3));
        });
        try (XSSFWorkbook without = open(returned(plain));
                XSSFWorkbook with = open(returned(set))) {
            assertThat(without.getSheet(PEOPLE).getPaneInformation().getHorizontalSplitTopRow())
                    .isEqualTo((short) 3);
            assertThat(filter(without)).isEqualTo("A3:O16");
            assertThat(with.getSheet(PEOPLE).getPaneInformation().getVerticalSplitLeftColumn())
                    .isEqualTo((short) 2);
            assertThat(filter(with)).isEqualTo("A3:D16");
        }
    }

    private static String filter(XSSFWorkbook workbook) {
        return workbook.getSheet(PEOPLE).getCTWorksheet().getAutoFilter().getRef();
    }

    @Test
    void replaces_what_an_earlier_round_left() throws IOException {
        Path first = returned(PeopleWorkbook.write(folder.resolve("people.xlsx")));
        Path corrected = PeopleWorkbook.edit(
                first,
                folder.resolve("people.xlsx"),
                workbook -> cell(workbook, 7, "Email").setCellValue("person.3@contoso.example"));

        try (XSSFWorkbook workbook = open(returned(corrected, bits(11)))) {
            XSSFCell mended = cell(workbook, 7, "Email");

            assertThat(workbook.getSheet(PEOPLE).getRow(2).getLastCellNum()).isEqualTo((short) 15);
            assertThat(mended.getCellComment()).isNull();
            assertThat(mended.getCellStyle().getFillForegroundXSSFColor().getARGBHex())
                    .isEqualTo("FFFFEB9C");
            assertThat(mended.getCellStyle().getBorderLeft())
                    .isEqualTo(cell(workbook, 8, "Email").getCellStyle().getBorderLeft());
            assertThat(texts(workbook, 7)).containsExactly("done", "7.0", "mark of 7");
            assertThat(texts(workbook, 11)).contains("rejected", "FIL-006", "fills AdminRight=0/-/-");
            assertThat(cell(workbook, 11, "AdminRight").getCellComment()).isNotNull();
            assertThat(names(workbook)).containsExactly(PEOPLE, "Notizen", "Almoner Summary", "Almoner Codes");
            assertThat(workbook.getSheet("Almoner Summary").getLastRowNum()).isOne();
            assertThat(cell(workbook, 5, "FirstName").getCellComment().getAuthor())
                    .isEqualTo("Anna");
        }
    }

    @Test
    void notes_every_guilty_cell_of_a_row() throws IOException {
        Path source = PeopleWorkbook.write(folder.resolve("people.xlsx"));
        List<Finding> neighbours = List.of(
                Finding.of(Rule.MPN_001, "LocationMpnId", "1"),
                BAD_ADDRESS.get(0),
                Finding.of(Rule.FIL_003, "Email", ""));
        List<Refused> tables = List.of(new Refused(table(source), bits(7), row -> neighbours, Finished.NONE));
        Path returned = writer().write(tables, folder).get(0).path();
        try (XSSFWorkbook workbook = open(returned)) {
            assertThat(names(workbook)).contains("Notizen");
            assertThat(cell(workbook, 7, "Email").getCellComment()).isNotNull();
            assertThat(cell(workbook, 7, "LocationMpnId").getCellComment()).isNotNull();
            assertThat(texts(workbook, 7)).contains("fills LocationMpnId=0/-/- Email=1/FFFFEB9C/-");
        }
    }

    @Test
    void leaves_the_users_note_on_a_guilty_cell() throws IOException {
        Path source = PeopleWorkbook.write(folder.resolve("people.xlsx"), workbook -> {
            var note = workbook.getSheet(PEOPLE)
                    .getCellComments()
                    .values()
                    .iterator()
                    .next();
            note.setAddress(6, 4);
        });
        try (XSSFWorkbook workbook = open(returned(source))) {
            assertThat(cell(workbook, 7, "Email").getCellComment().getString().getString())
                    .isEqualTo("seit 2019 dabei");
        }
    }

    @Test
    void leaves_cells_beyond_the_header_where_they_are_and_still_knows_them_as_such() throws IOException {
        Path source = PeopleWorkbook.write(
                folder.resolve("people.xlsx"),
                workbook -> workbook.getSheet(PEOPLE).getRow(6).createCell(10).setCellValue("beyond"));
        Path returned = returned(source);
        try (XSSFWorkbook workbook = open(returned)) {
            XSSFSheet sheet = workbook.getSheet(PEOPLE);
            assertThat(sheet.getRow(6).getCell(10).getStringCellValue()).isEqualTo("beyond");
            assertThat(sheet.getRow(2).getCell(11).getStringCellValue()).isEqualTo("Almoner Status");
        }
        SourceTable table = table(returned);
        CommandReader reader = CommandReader.of(
                table, Vocabulary.load(), cell -> Optional.empty(), new CommandReader.Reading(null, null));
        try (var rows = intake.open(table)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                boolean told = reader.read(row).findings().stream()
                        .anyMatch(finding -> finding.rule() == Rule.FIL_009
                                && finding.arguments().contains("1"));
                assertThat(told).as("row %d", row.number()).isEqualTo(row.number() == 7);
            }
        }
    }

    @Test
    void does_not_come_back_with_a_key_anywhere_in_it() throws IOException {
        assertOnlyRefusedRows(workbook ->
                workbook.getSheet("Notizen").createRow(9).createCell(0).setCellValue("key " + KEY));
        assertOnlyRefusedRows(workbook -> {
            var cell = workbook.getSheet("Notizen").createRow(9).createCell(0);
            cell.setCellValue(KEY);
            cell.setCellValue("a workbook keeps what was overwritten");
        });
        assertOnlyRefusedRows(workbook -> workbook.getSheet(PEOPLE)
                .getCellComments()
                .values()
                .iterator()
                .next()
                .setString(KEY));
        assertOnlyRefusedRows(workbook -> {
            var text = workbook.getCreationHelper().createRichTextString(KEY);
            text.applyFont(3, 12, workbook.createFont());
            workbook.getSheet("Notizen").createRow(9).createCell(0).setCellValue(text);
        });
        assertOnlyRefusedRows(
                workbook -> workbook.getProperties().getCoreProperties().setDescription(KEY));
    }

    @Test
    void does_not_come_back_with_a_filled_column_of_secrets() throws IOException {
        Consumer<XSSFWorkbook> secrets = workbook -> {
            var hidden = workbook.createSheet("hidden");
            hidden.createRow(3).createCell(2).setCellValue("Product Key");
            hidden.createRow(5).createCell(2).setCellValue("short");
            workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.HIDDEN);
        };
        assertOnlyRefusedRows(secrets);
        Path empty = PeopleWorkbook.write(
                folder.resolve("empty.xlsx"),
                secrets.andThen(workbook -> workbook.getSheet("hidden")
                        .removeRow(workbook.getSheet("hidden").getRow(5))));
        try (XSSFWorkbook workbook = open(returned(empty))) {
            assertThat(names(workbook)).contains("Notizen");
        }
    }

    @Test
    void does_not_come_back_with_programs_in_it() throws IOException {
        assertOnlyRefusedRows(workbook -> workbook.setWorkbookType(XSSFWorkbookType.XLSM));
    }

    private void assertOnlyRefusedRows(Consumer<XSSFWorkbook> change) throws IOException {
        Path source = PeopleWorkbook.write(folder.resolve("people.xlsx"), change);
        try (XSSFWorkbook workbook = open(returned(source))) {
            assertThat(names(workbook)).containsExactly(PEOPLE, "Almoner Summary", "Almoner Codes");
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
        }
    }

    @Test
    void does_not_come_back_with_more_than_twenty_thousand_rows() throws IOException {
        Path source = folder.resolve("people.xlsx");
        try (var out = Files.newOutputStream(source);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(PEOPLE);
            List<String> headers = List.of("OrgId", "Email", "Role");
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
            }
            for (int row = 1; row <= 20_001; row++) {
                sheet.value(row, 0, "C-1001");
                sheet.value(row, 1, "person@contoso.example");
                sheet.value(row, 2, "None");
            }
        }
        try (XSSFWorkbook workbook = open(returned(source, bits(20_002)))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isOne();
        }
    }

    @Test
    void writes_no_columns_into_a_table_of_which_nothing_is_known() throws IOException {
        Path source = PeopleWorkbook.write(folder.resolve("people.xlsx"), workbook -> {
            XSSFSheet roles = workbook.createSheet("roles");
            List<String> cells = List.of("OrgId", "Email", "Role");
            roles.createRow(0);
            for (int column = 0; column < cells.size(); column++) {
                roles.getRow(0).createCell(column).setCellValue(cells.get(column));
            }
        });
        try (XSSFWorkbook workbook = open(returned(source))) {
            assertThat(workbook.getSheet("roles").getRow(0).getLastCellNum()).isEqualTo((short) 3);
        }
    }

    private Path returned(Path source) throws IOException {
        return returned(source, bits(7, 11));
    }

    /** Gives the workbook back; every other row of people is finished. */
    private Path returned(Path source, BitSet refusedRows) throws IOException {
        List<Refused> tables = intake.identify(List.of(source), ReadOptions.DETECT).tables().stream()
                .map(table -> refused(table, refusedRows))
                .toList();
        List<RejectsFile> files = writer().write(tables, folder);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).rows()).isEqualTo(refusedRows.cardinality());
        return files.get(0).path();
    }

    private RejectsWriter writer() {
        return new RejectsWriter(intake::open, new Messages(Locale.ENGLISH), clear -> "*****");
    }

    private static Refused refused(SourceTable table, BitSet refusedRows) {
        if (!PEOPLE.equals(table.sheet())) {
            return new Refused(table, new BitSet(), row -> List.of());
        }
        BitSet finished = new BitSet();
        finished.set(5, 17);
        finished.andNot(refusedRows);
        return new Refused(
                table,
                refusedRows,
                row -> row == 11 ? BAD_WORD : BAD_ADDRESS,
                new Finished(finished, row -> "mark of " + row.number()));
    }

    private SourceTable table(Path file) {
        return intake.identify(List.of(file), ReadOptions.DETECT).tables().get(0);
    }

    private static BitSet bits(int... rows) {
        BitSet bits = new BitSet();
        for (int row : rows) {
            bits.set(row);
        }
        return bits;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> names(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.spliterator(), false)
                .map(org.apache.poi.ss.usermodel.Sheet::getSheetName)
                .toList();
    }

    /** What stands in our columns of a row; none of it is a formula. */
    private static List<String> texts(XSSFWorkbook workbook, int row) {
        return StreamSupport.stream(workbook.getSheet(PEOPLE).getRow(row - 1).spliterator(), false)
                .filter(cell -> cell.getColumnIndex() > 8)
                .peek(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))
                .map(Object::toString)
                .toList();
    }
}
