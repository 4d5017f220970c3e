package io.almoner.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Keys are handed out to those who may have them, in one private file, and every time it is remembered. */
class KeysAcceptanceTest {

    private static final String WINDOWS = "70011-2019/Windows 10 Enterprise";
    private static final String PROJECT = "70011-2019/Project Professional 2019";
    private static final String PRIVATE = "rw-------";

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void migrate_the_sample() {
        program = Program.at(folder.resolve("home"));
        program.migrate(SAMPLE).ending(3);
    }

    @Test
    void hands_out_the_key_of_the_language_and_operating_system_in_a_private_workbook() throws IOException {
        Answer answer = keys(WINDOWS, "--language", "german", "--os", "windows").ending(0);

        Path file = answer.file("keys.xlsx");
        assertThat(answer.files("keys")).containsExactly(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(PRIVATE);
        assertThat(sheet(file))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("OrgId", "C-1001")
                        .containsEntry("OrgName", "Contoso GmbH")
                        .containsEntry("MpnId", "4387201")
                        .containsEntry("OrderNumber", "70011-2019")
                        .containsEntry("BenefitName", "Windows 10 Enterprise")
                        .containsEntry("ProductKey", ofSample("Windows 10 Enterprise", "German"))
                        .containsEntry("KeyType", "MAK")
                        .containsEntry("Seats", "50")
                        .containsEntry("Language", "German")
                        .containsEntry("OSType", "Windows")
                        .containsEntry("ActivationsUsed", "38")
                        .containsEntry("ActivationsMax", "50")
                        .containsEntry("RevealedDate", "2019-10-21")
                        .containsEntry("SpecialInstructions", "Activate within the company network only.")
                        .containsEntry("DownloadLinks", "https://download.contoso.example/windows10")
                        .containsEntry("SourceFile", "")
                        .containsEntry("SourceRow", ""));
        assertThat(answer.json().get("job").asString()).isEqualTo("keys");
        assertThat(answer.json().get("changes").get("key_shown").asLong()).isOne();
    }

    @Test
    void has_a_workbook_to_work_with_and_no_cell_that_computes() throws IOException {
        Path file = keys(WINDOWS, "--language", "German", "--os", "Windows")
                .ending(0)
                .file("keys.xlsx");

        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            var sheet = workbook.getSheet("keys");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:Q2");
            Row row = sheet.getRow(1);
            int key = column(sheet.getRow(0), "ProductKey");
            int instructions = column(sheet.getRow(0), "SpecialInstructions");
            assertThat(row.getCell(key).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getColumnWidthInPixels(key)).isGreaterThan(200);
            assertThat(row.getCell(instructions).getCellStyle().getWrapText()).isTrue();
            for (var cell : row) {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            }
        }
    }

    @Test
    void writes_csv_when_asked() throws IOException {
        Path file = keys(
                        "Office Professional Plus 2019",
                        "--location",
                        "4387202",
                        "--language",
                        "English",
                        "--os",
                        "Windows",
                        "--format",
                        "csv")
                .ending(0)
                .file("keys.csv");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(PRIVATE);
        assertThat(Files.readString(file)).startsWith("\uFEFFOrgId,OrgName,MpnId,");
        assertThat(csv(file))
                .extracting(row -> row.get("ProductKey"))
                .containsExactly("FAKE0-00000-DEMO0-00012-HG2QC", "FAKE0-00000-DEMO0-00013-QQG6J");
        assertThat(csv(file)).extracting(row -> row.get("RevealedDate")).containsExactly("2020-03-05", DAY);
    }

    @Test
    void remembers_the_first_time_and_every_time_after_it() {
        Answer first = keys(PROJECT, "--language", "English", "--os", "Windows").ending(0);
        Answer again = keys(PROJECT, "--language", "English", "--os", "Windows").ending(0);

        assertThat(first.json().get("changes").toString()).isEqualTo("{\"key_revealed\":1}");
        assertThat(again.json().get("changes").toString()).isEqualTo("{\"key_shown\":1}");
        assertThat(changes("KEY_REVEALED")).isOne();
        assertThat(changes("KEY_SHOWN")).isOne();
        assertThat(again.json().get("run").asString())
                .isNotEqualTo(first.json().get("run").asString());
    }

    @Test
    void tells_people_everything_but_the_key() {
        Answer answer = program.run(
                        "keys", WINDOWS, "--as", MOVER, "--on", DAY, "--language", "German", "--os", "Windows")
                .ending(0);

        assertThat(words(answer.output()))
                .contains("0 keys shown for the first time, 1 shown again")
                .contains("Special instructions of this product: Activate within the company network only.")
                .contains("Download: https://download.contoso.example/windows10")
                .contains("keys.xlsx")
                .contains("activated ends the right to a refund")
                .contains("Next: ");
        assertThat(answer.output() + answer.errors()).doesNotContain("FAKE0");
    }

    @Test
    void shows_nothing_to_those_who_may_not() {
        Path out = folder.resolve("out");
        Answer answer = program.run(
                        "keys",
                        PROJECT,
                        "--as",
                        "markus.oeztuerk@contoso.example",
                        "--on",
                        DAY,
                        "--language",
                        "English",
                        "--os",
                        "Windows",
                        "--out",
                        out,
                        "--json")
                .ending(5);

        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.json().get("findings").has("ROL-004")).isTrue();
        assertThat(answer.rows()).isEqualTo(new Answer.Rows(1, 0, 0, 1, 0));
        assertThat(out).doesNotExist();
        assertThat(changes("KEY_REVEALED") + changes("KEY_SHOWN")).isZero();
    }

    @Test
    void says_which_languages_there_are_when_the_one_asked_for_is_not() {
        Answer answer =
                keys(WINDOWS, "--language", "Klingon", "--os", "Windows").ending(3);

        assertThat(answer.status()).isEqualTo("completed_with_rejects");
        assertThat(answer.json().get("findings").toString()).isEqualTo("{\"SW-002\":1}");
        assertThat(answer.files("keys")).isEmpty();
        assertThat(words(answer.errors()))
                .contains("--language: This is not offered. Offered: English, German, Chinese (Simplified). (SW-002)")
                .contains("try: Write one of them.");
        assertThat(changes("KEY_SHOWN")).isZero();
    }

    @Test
    void asks_for_a_choice_where_the_product_offers_one() {
        Answer answer = keys(WINDOWS).ending(3);

        assertThat(words(answer.errors()))
                .contains("--language: A choice is needed here.")
                .contains("--os: A choice is needed here.");
    }

    @Test
    void refuses_what_has_no_keys() {
        assertThat(keys("70011-2019/Visual Studio Enterprise").ending(3).errors())
                .contains("SW-001");
        assertThat(keys("Client Access Licences").ending(3).errors()).contains("SW-001");
    }

    @Test
    void judges_by_the_business_date_and_the_organisation_that_has_moved() {
        Answer late = program.run(
                        "keys",
                        PROJECT,
                        "--as",
                        MOVER,
                        "--on",
                        "2020-10-15",
                        "--language",
                        "English",
                        "--os",
                        "Windows",
                        "--json")
                .ending(3);

        assertThat(late.json().get("findings").has("SW-001")).isTrue();
    }

    @Test
    void lists_the_benefits_that_a_name_may_mean_and_does_nothing() {
        Answer answer = keys("windows 10 ENTERPRISE", "--language", "English", "--os", "Windows")
                .ending(2);

        assertThat(words(answer.errors()))
                .contains("70011-2019/Windows 10 Enterprise (organisation C-1001, location 4387201)")
                .contains("70122-2020/Windows 10 Enterprise (organisation C-1001, location 4387202)");
        assertThat(answer.output()).isEmpty();
    }

    @Test
    void offers_what_was_meant() {
        assertThat(words(keys("70011-2019/Windows 10 Enterprize").ending(2).errors()))
                .contains("Did you mean Windows 10 Enterprise");
        assertThat(words(keys("70011-2018/SQL Server Enterprise 2019").ending(2).errors()))
                .contains("Did you mean 70011-2019/SQL Server Enterprise 2019?");
        assertThat(words(keys("Teapot").ending(2).errors())).contains("almoner export pmc_benefits");
    }

    @Test
    void finds_orders_and_names_with_slashes_and_leaves_formulas_asleep() throws IOException {
        bought("A/B-7", "Client/Server Suite", "=HYPERLINK(\"https://evil.example\")", "FAKE0-00000-DEMO0-00091-SLASH");

        for (String named : List.of("A/B-7/Client/Server Suite", "Client/Server Suite", "a/b-7/client/server suite")) {
            Path file = keys(named).ending(0).file("keys.xlsx");
            assertThat(sheet(file))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("ProductKey", "FAKE0-00000-DEMO0-00091-SLASH")
                            .containsEntry("SpecialInstructions", "=HYPERLINK(\"https://evil.example\")"));
        }
        Path csv = keys("Client/Server Suite", "--format", "csv").ending(0).file("keys.csv");
        assertThat(csv(csv).get(0)).containsEntry("SpecialInstructions", "'=HYPERLINK(\"https://evil.example\")");
    }

    @Test
    void hands_out_the_keys_of_a_bulk_assignment_with_the_row_that_asked() throws IOException {
        Path wishes = wishes("""
                Action,MpnId,OrderNumber,BenefitName,Language,OSType
                Get keys,4387201,70011-2019,Project Professional 2019,English,Windows
                Get keys,4387201,70011-2019,Project Professional 2019,Klingon,Windows
                Get keys,4387201,70011-2019,Project Professional 2019,English,WINDOWS
                Get keys,4387202,70122-2020,Office 365 E3,,
                """);

        Answer answer = assign(wishes).ending(3);

        Path file = answer.file("keys.xlsx");
        assertThat(answer.files("keys")).containsExactly(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(PRIVATE);
        assertThat(sheet(file))
                .extracting(row -> row.get("ProductKey"), row -> row.get("SourceFile"), row -> row.get("SourceRow"))
                .as("a row a key, though two rows asked for the first")
                .containsExactly(
                        tuple(ofSample("Project Professional 2019", "English"), "wishes.csv", "2"),
                        tuple("FAKE0-00000-DEMO0-00014-Q2289", "wishes.csv", "5"));
        assertThat(changes("KEY_REVEALED")).isEqualTo(2);
        assertThat(changes("KEY_SHOWN")).isOne();
    }

    @Test
    void hands_out_nothing_when_the_same_file_comes_again() throws IOException {
        Path wishes = wishes("""
                Action,MpnId,OrderNumber,BenefitName,Language,OSType
                Get keys,4387201,70011-2019,Project Professional 2019,English,Windows
                """);
        assertThat(assign(wishes).ending(0).files("keys")).hasSize(1);

        Answer again = assign(wishes).ending(0);

        assertThat(again.files("keys")).isEmpty();
        assertThat(again.rows().unchanged()).isOne();
        assertThat(changes("KEY_SHOWN")).isZero();
    }

    @Test
    void hands_out_nothing_in_a_dry_run_nor_when_a_safety_stops_the_run() throws IOException {
        Path wishes = wishes("""
                Action,MpnId,OrderNumber,BenefitName,Language,OSType
                Get keys,4387201,70011-2019,Project Professional 2019,English,Windows
                Get keys,4387201,70011-2019,Project Professional 2019,Klingon,Windows
                """);

        Answer dry = assign(wishes, "--dry-run").ending(3);
        Answer stopped = assign(wishes, "--all-or-nothing").ending(6);

        assertThat(dry.json().get("changes").toString()).isEqualTo("{\"key_revealed\":1}");
        assertThat(dry.files("keys")).isEmpty();
        assertThat(stopped.files("keys")).isEmpty();
        assertThat(filesNamed("keys.xlsx")).isEmpty();
        assertThat(changes("KEY_REVEALED")).isZero();
    }

    @Test
    void hands_out_what_all_or_nothing_lets_through() throws IOException {
        Path wishes = wishes("""
                Action,MpnId,OrderNumber,BenefitName,Language,OSType
                Get keys,4387201,70011-2019,Project Professional 2019,English,Windows
                """);

        assertThat(assign(wishes, "--all-or-nothing").ending(0).files("keys")).hasSize(1);
        assertThat(filesNamed("keys.xlsx")).hasSize(1);
    }

    @Test
    void writes_the_file_when_the_run_goes_on_that_could_not_write_it() throws IOException {
        Path wishes = wishes("""
                Action,MpnId,OrderNumber,BenefitName,Language,OSType
                Get keys,4387201,70011-2019,Project Professional 2019,English,Windows
                """);
        Path out = folder.resolve("out");
        Path inTheWay = Files.createDirectories(out.resolve("keys.xlsx/in the way"));

        Answer failed = assign(wishes, "--out", out).ending(1);
        assertThat(changes("KEY_REVEALED")).as("committed before the file").isOne();
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        Answer goesOn = assign(wishes, "--out", out).ending(0);

        assertThat(goesOn.json().get("run")).isEqualTo(failed.json().get("run"));
        assertThat(sheet(goesOn.file("keys.xlsx")))
                .extracting(row -> row.get("ProductKey"))
                .containsExactly(ofSample("Project Professional 2019", "English"));
        assertThat(changes("KEY_REVEALED")).isOne();
        assertThat(changes("KEY_SHOWN")).isZero();
    }

    @Test
    void shows_the_keys_again_when_their_file_could_not_be_written() throws IOException {
        Path out = folder.resolve("out");
        Path inTheWay = Files.createDirectories(out.resolve("keys.xlsx/in the way"));
        Answer failed = keys(PROJECT, "--language", "English", "--os", "Windows", "--out", out)
                .ending(1);
        assertThat(failed.status()).isEqualTo("failed");
        String run = failed.json().get("run").asString();
        assertThat(words(program.run("runs", "restart", run).ending(2).errors()))
                .contains("Give its command again");
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());

        Answer again = keys(PROJECT, "--language", "English", "--os", "Windows", "--out", out)
                .ending(0);

        assertThat(sheet(again.file("keys.xlsx"))).hasSize(1);
        assertThat(changes("KEY_REVEALED")).isOne();
        assertThat(changes("KEY_SHOWN")).isOne();
    }

    @Test
    void has_consequences_for_a_refund() throws IOException {
        bought("70400-2020", "Visio Professional 2019", "", "FAKE0-00000-DEMO0-00092-VISIO");
        Path cancel = wishes("""
                Action,MpnId,OrderNumber,BenefitName,ServiceRequest
                Cancel,4387201,70400-2020,Visio Professional 2019,SR-1
                """);
        assertThat(assign(cancel, "--dry-run").ending(0).json().get("findings").isEmpty())
                .isTrue();

        Answer answer = program.run(
                        "keys", "Visio Professional 2019", "--as", MOVER, "--on", DAY, "--policy", "2021-02")
                .ending(0);
        assertThat(words(answer.output())).contains("Under policy 2021-02 a key that was shown ends the right");

        assertThat(assign(cancel, "--dry-run").ending(0).json().get("findings").toString())
                .as("a warning")
                .isEqualTo("{\"REF-003\":1}");
        Answer refused = assign(cancel, "--policy", "2021-02").ending(3);
        assertThat(refused.json().get("findings").toString()).isEqualTo("{\"REF-003\":1}");
        assertThat(Files.readString(refused.file("findings.csv")))
                .contains("*****-VISIO")
                .doesNotContain("FAKE0");
    }

    @Test
    void wants_to_know_who_asks_and_where() {
        assertThat(program.run("keys", WINDOWS).ending(2).errors()).contains("--as EMAIL");
        assertThat(keys(WINDOWS, "--org", "NOBODY").ending(2).errors()).contains("--org NOBODY");
        assertThat(keys(WINDOWS, "--format", "pdf").ending(2).errors()).contains("xlsx, csv");
        assertThat(words(keys(WINDOWS, "--location", "4387202").ending(2).errors()))
                .contains("There is no benefit " + WINDOWS + " at location 4387202 in this ledger.")
                .contains("Did you mean 70122-2020/Windows 10 Enterprise?");
    }

    private Answer keys(String benefit, Object... options) {
        List<Object> words = new ArrayList<>(List.of("keys", benefit, "--as", MOVER, "--json"));
        words.addAll(List.of(options));
        words.addAll(List.of("--on", DAY));
        return program.run(words.toArray());
    }

    private Answer assign(Path file, Object... options) {
        List<Object> words = new ArrayList<>(List.of("assign", file, "--as", MOVER, "--on", DAY, "--json"));
        words.addAll(List.of(options));
        return program.run(words.toArray());
    }

    private Path wishes(String text) throws IOException {
        return Files.writeString(folder.resolve("wishes.csv"), text);
    }

    /** Another order with one benefit and one key of it, migrated. */
    private void bought(String order, String benefit, String instructions, String key) throws IOException {
        Path source = Files.createDirectories(folder.resolve("bought"));
        Files.writeString(source.resolve("pmc_benefits.csv"), """
                LocationMpnId,OfferType,OrderNumber,PurchaseDate,AnniversaryDate,BenefitName,Category,BenefitType,Quantity,\
                Unit,Used,Status,Expires,SpecialInstructions
                4387201,Action Pack,%s,2020-03-10,2021-03-10,%s,Software,Core,10,Licence,0,Active,2021-03-10,%s
                """.formatted(order, benefit, quoted(instructions)));
        Files.writeString(source.resolve("pmc_keys.csv"), """
                LocationMpnId,OrderNumber,BenefitName,ProductKey,KeyType
                4387201,%s,%s,%s,Retail
                """.formatted(order, benefit, key));
        program.migrate(source).ending(0);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The clear key that stands in the sample for a benefit of the headquarters in a language. */
    private static String ofSample(String benefit, String language) {
        try {
            return csv(SAMPLE.resolve("pmc_keys.csv")).stream()
                    .filter(row -> row.get("LocationMpnId").equals("4387201"))
                    .filter(row -> row.get("BenefitName").equals(benefit)
                            && row.get("Language").equals(language))
                    .map(row -> row.get("ProductKey"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            return parser.getRecords().stream().map(CSVRecord::toMap).toList();
        }
    }

    private static List<Map<String, String>> sheet(Path file) throws IOException {
        var formatter = new DataFormatter();
        List<Map<String, String>> rows = new ArrayList<>();
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            var sheet = workbook.getSheet("keys");
            Row header = sheet.getRow(0);
            for (int number = 1; number <= sheet.getLastRowNum(); number++) {
                Map<String, String> row = new TreeMap<>();
                for (var name : header) {
                    var cell = sheet.getRow(number).getCell(name.getColumnIndex());
                    row.put(name.getStringCellValue(), formatter.formatCellValue(cell));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static int column(Row header, String name) {
        for (var cell : header) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + name);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private List<Path> filesNamed(String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .toList();
        }
    }

    private long changes(String kind) {
        return program.content().get("audit_change").stream()
                .filter(row -> row.contains("|" + kind + "|"))
                .count();
    }
}
