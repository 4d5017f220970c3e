package io.almoner.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static io.almoner.cli.Program.SAMPLE_WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

/** Refused rows come back in the user's own kind of file, and that file, corrected, is all that is needed. */
class RejectsAcceptanceTest {

    private static final List<String> ADDED =
            List.of("Almoner Status", "Almoner Code", "Almoner Reason", "Almoner Hint", "Almoner Row");
    private static final List<String> PEOPLE = List.of(
            "IndividualId", "FirstName", "LastName", "Email", "LocationMpnId", "AdminRight", "Notes from the office");

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8        | comma     | 'Jürgen, der Ältere' | Łukasz",
                "GB18030      | semicolon | 技术负责人，上海           | 静",
                "windows-1252 | semicolon | Größe und Übermaß      | Zoë",
                "x-UTF-16LE-BOM | tab     | 技术负责人，上海           | Łukasz"
            })
    void come_back_in_the_columns_order_and_encoding_of_the_source(
            String encoding, String delimiter, String note, String name) throws IOException {
        program.migrate(SAMPLE);
        var form = new Form(Charset.forName(encoding), delimiter(delimiter));
        Path source = folder.resolve("people.csv");
        form.write(source, people(name, note));

        Answer refused = program.migrate(source).ending(3);
        assertThat(refused.rows()).isEqualTo(new Answer.Rows(12, 10, 0, 2, 0));
        List<CSVRecord> rejects = form.read(refused.file("people.rejects.csv"));

        var header = new ArrayList<>(PEOPLE);
        header.addAll(ADDED);
        assertThat(rejects.get(0).toList()).isEqualTo(header);
        assertThat(rejects).hasSize(3);
        assertThat(rejects.get(1).toList())
                .startsWith("N-3", name, "Nr 3", "person.3(at)contoso.example", "4387201", "None", note)
                .endsWith("4");
        assertThat(rejects.get(1).get(7)).isEqualTo("rejected");
        assertThat(rejects.get(1).get(8)).isEqualTo("USR-002");
        assertThat(rejects.get(1).get(9)).contains("D \"Email\"", "person.3(at)contoso.example");
        assertThat(rejects.get(2).get(8)).isEqualTo("FIL-006");

        assertOnlyTheseAreProcessed(form, refused.file("people.rejects.csv"));
    }

    private void assertOnlyTheseAreProcessed(Form form, Path rejects) throws IOException {
        var corrected = new ArrayList<List<String>>();
        for (CSVRecord row : form.read(rejects)) {
            corrected.add(row.stream()
                    .map(cell -> cell.equals("person.3(at)contoso.example") ? "person.3@contoso.example" : cell)
                    .map(cell -> cell.equals("Nobody") ? "None" : cell)
                    .toList());
        }
        Path file = folder.resolve("corrected.csv");
        form.write(file, corrected);

        Answer answer = program.migrate(file).ending(0);

        assertThat(answer.rows()).isEqualTo(new Answer.Rows(2, 2, 0, 0, 0));
        assertThat(answer.json().get("changes").get("user_recorded").asInt()).isEqualTo(2);
        assertThat(answer.files("rejects")).isEmpty();
        assertThat(program.migrate(folder.resolve("people.csv")).ending(3).rows())
                .as("the original again")
                .isEqualTo(new Answer.Rows(12, 0, 10, 2, 0));
    }

    @Test
    void come_back_as_a_workbook_whose_correction_is_all_that_is_needed() throws IOException {
        Answer refused = program.migrate(SAMPLE_WORKBOOK).ending(3);
        Path rejects = refused.file("pmc-export.rejects.xlsx");
        assertThat(refused.files("rejects")).containsExactly(rejects);
        Path corrected = folder.resolve("corrected.xlsx");
        try (var in = Files.newInputStream(rejects);
                var workbook = WorkbookFactory.create(in);
                var out = Files.newOutputStream(corrected)) {
            Row nina = rowWith(workbook.getSheet("pmc_individuals"), "CT-0060");
            cell(nina, "Email").setCellValue("nina.albrecht@contoso.example");
            Row key = rowWith(workbook.getSheet("pmc_keys"), "Windows 10 Enterprize");
            cell(key, "BenefitName").setCellValue("Windows 10 Enterprise");
            workbook.write(out);
        }

        Answer answer = program.migrate(corrected).ending(3);

        assertThat(answer.rows()).isEqualTo(new Answer.Rows(32, 4, 0, 28, 0));
        JsonNode changes = answer.json().get("changes");
        assertThat(changes.get("key_recorded").asInt()).isOne();
        assertThat(changes.get("user_recorded").asInt()).isOne();
        assertThat(clearKeys()).contains("FAKE0-00000-DEMO0-00020-XP6JJ");
    }

    private static Row rowWith(org.apache.poi.ss.usermodel.Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return row;
                }
            }
        }
        throw new AssertionError(text + " is not on " + sheet.getSheetName());
    }

    private static Cell cell(Row row, String header) {
        for (Cell cell : row.getSheet().getRow(0)) {
            if (cell.toString().equals(header)) {
                return row.createCell(cell.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + header);
    }

    @Test
    void have_references_for_keys_that_this_home_resolves() throws IOException {
        Answer refused = program.migrate(SAMPLE).ending(3);
        String rejects = Files.readString(refused.file("pmc_keys.rejects.csv"));
        assertThat(rejects).contains("*****-XP6JJ#").doesNotContain("FAKE0");
        Path corrected = folder.resolve("pmc_keys.csv");
        Files.writeString(corrected, rejects.replace("Windows 10 Enterprize", "Windows 10 Enterprise"));

        Answer answer = program.migrate(corrected).ending(3);

        assertThat(answer.rows()).isEqualTo(new Answer.Rows(5, 1, 0, 4, 0));
        assertThat(clearKeys()).contains("FAKE0-00000-DEMO0-00020-XP6JJ");
        assertThat(Files.readString(answer.file("pmc_keys.rejects.csv"))).contains("*****-PCWFX#");
    }

    private String clearKeys() throws IOException {
        Answer export = program.run("export", "pmc_keys", "--with-keys", "--as", MOVER, "--json");
        return Files.readString(export.ending(0).file("pmc_keys.csv"));
    }

    /** Twelve people, of whom the third has a bad address and the seventh a bad word. */
    private static List<List<String>> people(String name, String note) {
        var people = new ArrayList<List<String>>();
        people.add(PEOPLE);
        for (int i = 1; i <= 12; i++) {
            String email = "person." + i + (i == 3 ? "(at)" : "@") + "contoso.example";
            people.add(List.of("N-" + i, name, "Nr " + i, email, "4387201", i == 7 ? "Nobody" : "None", note));
        }
        return people;
    }

    private static char delimiter(String name) {
        return switch (name) {
            case "tab" -> '\t';
            case "semicolon" -> ';';
            default -> ',';
        };
    }

    /** How a text file is written. */
    private record Form(Charset charset, char delimiter) {

        private CSVFormat format() {
            return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        }

        void write(Path file, List<List<String>> rows) throws IOException {
            var text = new StringBuilder();
            try (var printer = format().print(text)) {
                printer.printRecords(rows);
            }
            Files.write(file, text.toString().getBytes(charset));
        }

        List<CSVRecord> read(Path file) throws IOException {
            return format().parse(new java.io.StringReader(new String(Files.readAllBytes(file), charset)))
                    .getRecords();
        }
    }
}
