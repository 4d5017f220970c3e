package io.almoner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.sample.PeopleWorkbook;

import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** A workbook comes back as the user's own, and submitted again, only its unfinished rows run. */
class OwnWorkbookAcceptanceTest {

    @TempDir
    Path folder;

    private Program program;
    private Path source;

    @BeforeEach
    void begin() throws IOException {
        program = Program.at(folder.resolve("home"));
        program.migrate(SAMPLE);
        source = PeopleWorkbook.write(folder.resolve("people.xlsx"));
    }

    @Test
    void comes_back_whole_and_only_its_unfinished_rows_run() throws IOException {
        Answer first = program.migrate(source).ending(3);
        assertThat(first.rows()).isEqualTo(new Answer.Rows(13, 10, 0, 2, 1));
        Path rejects = first.file("people.rejects.xlsx");
        assertThat(statuses(rejects)).isEqualTo(statusesWith("rejected"));

        Answer second =
                program.migrate(edited(rejects, PeopleWorkbook::correct)).ending(0);

        assertThat(second.rows()).isEqualTo(new Answer.Rows(13, 2, 10, 0, 1));
        assertThat(second.json().get("changes").toString())
                .isEqualTo("{\"membership_recorded\":2,\"user_recorded\":2}");
        assertThat(second.json().get("findings").get("FIL-001").asInt())
                .as("of our columns, nothing is said")
                .isEqualTo(first.json().get("findings").get("FIL-001").asInt());
    }

    @Test
    void lets_a_finished_row_be_whatever_happened_since() throws IOException {
        Path rejects = program.migrate(source).file("people.rejects.xlsx");
        changeLastNameElsewhere("N-1", "Anders");

        Answer second =
                program.migrate(edited(rejects, PeopleWorkbook::correct)).ending(0);

        assertThat(second.json().get("changes").toString())
                .isEqualTo("{\"membership_recorded\":2,\"user_recorded\":2}");
        assertThat(program.content().get("person")).anyMatch(user -> user.contains("Anders"));
    }

    @Test
    void knows_finished_rows_over_several_rounds_and_in_another_order() throws IOException {
        Path first = program.migrate(source).file("people.rejects.xlsx");
        Path half = edited(
                first, workbook -> PeopleWorkbook.cell(workbook, 7, "Email").setCellValue("person.3@contoso.example"));
        Answer second = program.migrate(half).ending(3);
        assertThat(second.rows()).isEqualTo(new Answer.Rows(13, 1, 10, 1, 1));
        Path rejects = second.file("edited.rejects.xlsx");
        Path turned = edited(rejects, workbook -> {
            PeopleWorkbook.correct(workbook);
            workbook.getSheet(PeopleWorkbook.PEOPLE).shiftRows(4, 4, 20);
        });
        changeLastNameElsewhere("N-1", "Anders");

        Answer third = program.migrate(turned).ending(0);

        assertThat(third.json().get("changes").toString()).isEqualTo("{\"membership_recorded\":1,\"user_recorded\":1}");
        assertThat(third.rows().unchanged()).isEqualTo(11);
    }

    @Test
    void knows_finished_rows_when_another_program_saved_the_workbook() throws IOException {
        Path rejects = program.migrate(source).file("people.rejects.xlsx");
        Path saved = savedByAnotherProgram(edited(rejects, PeopleWorkbook::correct));
        changeLastNameElsewhere("N-1", "Anders");

        Answer second = program.migrate(saved).ending(0);

        assertThat(second.rows()).isEqualTo(new Answer.Rows(13, 2, 10, 0, 1));
        assertThat(second.json().get("changes").toString())
                .isEqualTo("{\"membership_recorded\":2,\"user_recorded\":2}");
    }

    /** The values of the people's sheet, each in another form: no shared texts, decimals, other formats of dates. */
    private Path savedByAnotherProgram(Path file) throws IOException {
        Path saved = folder.resolve("saved.xlsx");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(saved);
                Workbook other = new Workbook(out, "another", "1.0")) {
            Worksheet sheet = other.newWorksheet(PeopleWorkbook.PEOPLE);
            for (Row row : workbook.getSheet(PeopleWorkbook.PEOPLE)) {
                row.forEach(cell -> copy(cell, sheet));
            }
        }
        return saved;
    }

    private static void copy(Cell cell, Worksheet sheet) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        boolean formula = cell.getCellType() == CellType.FORMULA;
        switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> {
                sheet.value(row, column, cell.getNumericCellValue());
                if (DateUtil.isCellDateFormatted(cell)) {
                    sheet.style(row, column).format("d/m/yy").set();
                }
            }
            case STRING -> sheet.inlineString(row, column, cell.getStringCellValue());
            default -> {
                // nothing stands there
            }
        }
    }

    @Test
    void judges_a_finished_row_that_was_changed() throws IOException {
        Path rejects = program.migrate(source).file("people.rejects.xlsx");
        Path changed = edited(rejects, workbook -> {
            PeopleWorkbook.correct(workbook);
            PeopleWorkbook.cell(workbook, 5, "LastName").setCellValue("Müller");
            PeopleWorkbook.cell(workbook, 6, "LocationMpnId").setCellValue(1);
        });

        Answer answer = program.migrate(changed).ending(3);

        assertThat(answer.rows()).isEqualTo(new Answer.Rows(13, 3, 8, 1, 1));
        assertThat(answer.json().get("findings").get("MPN-001").asInt()).isOne();
    }

    @Test
    void judges_the_rows_of_a_run_that_was_undone() throws IOException {
        Answer first = program.migrate(source);
        Path corrected = edited(first.file("people.rejects.xlsx"), PeopleWorkbook::correct);
        program.migrate(corrected).ending(0);
        changeLastNameElsewhere("N-1", "Anders");
        undo(first.json().get("run").asString());

        Answer answer = program.migrate(corrected).ending(0);

        assertThat(answer.json().get("changes").toString()).isEqualTo("{\"user_changed\":1}");
        assertThat(answer.rows()).isEqualTo(new Answer.Rows(13, 1, 11, 0, 1));
    }

    @Test
    void judges_the_rows_that_another_home_finished() throws IOException {
        Path corrected = edited(program.migrate(source).file("people.rejects.xlsx"), PeopleWorkbook::correct);
        Program other = Program.at(folder.resolve("other home"));
        other.migrate(SAMPLE);

        assertThat(other.migrate(corrected).ending(0).rows()).isEqualTo(new Answer.Rows(13, 12, 0, 0, 1));
    }

    @Test
    void judges_the_copy_of_a_finished_row_by_what_the_ledger_holds() throws IOException {
        Path wishes = folder.resolve("wishes.xlsx");
        try (OutputStream out = Files.newOutputStream(wishes);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Wishes");
            row(sheet, 0, "Action", "MpnId", "BenefitName", "SignInEmail");
            row(sheet, 1, "ASSIGN", "4387201", "Office 365 E3", "ralf.horn@contoso.example");
            row(sheet, 2, "REMOVE", "4387201", "Office 365 E3", "ralf.horn@contoso.example");
            row(sheet, 3, "ASSIGN", "4387201", "Office 365 E3", "nobody@contoso.example");
        }
        Path rejects = assign(wishes).ending(3).file("wishes.rejects.xlsx");
        Path copied = edited(rejects, workbook -> {
            XSSFSheet sheet = workbook.getSheet("Wishes");
            sheet.copyRows(1, 1, 4, new CellCopyPolicy());
        });

        Answer second = assign(copied).ending(3);

        assertThat(second.rows()).isEqualTo(new Answer.Rows(4, 1, 2, 1, 0));
        assertThat(second.json().get("changes").toString()).isEqualTo("{\"seat_assigned\":1}");
        assertThat(assign(second.file("edited.rejects.xlsx")).ending(3).rows())
                .as("by now, the copy is finished itself")
                .isEqualTo(new Answer.Rows(4, 0, 3, 1, 0));
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    private Answer assign(Path file) {
        return program.run("assign", file, "--as", Program.MOVER, "--on", Program.DAY, "--json");
    }

    @Test
    void says_done_of_nothing_that_a_dry_run_would_do() throws IOException {
        Answer planned = program.migrate(source, "--dry-run").ending(3);
        Path rejects = planned.file("people.rejects.xlsx");

        assertThat(statuses(rejects))
                .isEqualTo(statusesWith("rejected").stream()
                        .map(status -> status.equals("done") ? "" : status)
                        .toList());
        assertThat(program.migrate(edited(rejects, PeopleWorkbook::correct))
                        .ending(0)
                        .rows())
                .isEqualTo(new Answer.Rows(13, 12, 0, 0, 1));
    }

    @Test
    void says_done_in_a_dry_run_of_what_was_so_before() throws IOException {
        program.migrate(source);

        Path rejects = program.migrate(source, "--dry-run").file("people.rejects.xlsx");

        assertThat(statuses(rejects)).isEqualTo(statusesWith("rejected"));
        assertThat(program.migrate(edited(rejects, PeopleWorkbook::correct))
                        .ending(0)
                        .rows())
                .isEqualTo(new Answer.Rows(13, 2, 10, 0, 1));
    }

    @Test
    void says_done_of_nothing_when_a_safety_stopped_the_run() throws IOException {
        Answer stopped = program.migrate(source, "--all-or-nothing").ending(6);

        assertThat(statuses(stopped.file("people.rejects.xlsx"))).doesNotContain("done");
    }

    private void changeLastNameElsewhere(String individual, String name) throws IOException {
        Path file = PeopleWorkbook.write(folder.resolve("elsewhere.xlsx"), workbook -> {
            var sheet = workbook.getSheet(PeopleWorkbook.PEOPLE);
            for (int row = sheet.getLastRowNum(); row >= PeopleWorkbook.FIRST; row--) {
                sheet.removeRow(sheet.getRow(row));
            }
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo(individual);
            sheet.getRow(4).getCell(2).setCellValue(name);
        });
        assertThat(program.migrate(file).ending(0).rows().applied()).isOne();
    }

    private void undo(String code) {
        try (var access = LedgerAccess.open(LedgerPlace.embedded(program.home()))) {
            long run = access.runs().find(code).orElseThrow().id();
            access.runs().undone(run, run);
        }
    }

    private Path edited(Path file, Consumer<XSSFWorkbook> change) throws IOException {
        return PeopleWorkbook.edit(file, folder.resolve("edited.xlsx"), change);
    }

    /** The status of each of the twelve people. */
    private static List<String> statuses(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return IntStream.range(0, 12)
                    .mapToObj(i -> PeopleWorkbook.cell(workbook, PeopleWorkbook.FIRST + i, "Almoner Status")
                            .getStringCellValue())
                    .toList();
        }
    }

    private static List<String> statusesWith(String refused) {
        return IntStream.range(0, 12)
                .mapToObj(i -> PeopleWorkbook.REFUSED.contains(PeopleWorkbook.FIRST + i) ? refused : "done")
                .toList();
    }
}
