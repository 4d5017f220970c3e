package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What is still to be made in the portals: written until somebody says that it has been made, and no longer. */
class HandOffAcceptanceTest {

    private static final String HEADER = "Action,MpnId,BenefitName,SignInEmail,PreviousEmail,Name,AlternateEmail,"
            + "ContactEmail,ContactPhone,PreferredLanguage,Phase,Hours,Role,Reference,OrderNumber,ServiceRequest,Language,OSType\n";
    private static final String ADD_ANNA = "ADD_USER,4387201,,anna.new@contoso.example,,\"New, Anna \"\n";
    private static final String ASSIGN_ANNA =
            "ASSIGN,4387201,Visual Studio Enterprise,anna.new@contoso.example,,\"New, Anna\",,,,,,,,\"a,b\"\n";
    private static final String REMOVE_STEFAN =
            "REMOVE,4387201,Visual Studio Enterprise,stefan.brandt@contoso.example\n";

    @TempDir
    Path folder;

    private Program program;
    private int files;

    @BeforeEach
    void migrate_the_sample() {
        program = Program.at(folder.resolve("home"));
        program.migrate(SAMPLE).ending(3);
    }

    @Test
    void a_migration_leaves_nothing_to_do() {
        for (String kind : List.of("vs-bulk-add", "entra-bulk-create", "customer-users")) {
            Answer answer = export(kind);
            assertThat(answer.files("export")).as(kind).isEmpty();
        }
        assertThat(toDo(export("hand-off"))).isEmpty();
        assertThat(program.run("export", "vs-bulk-add").output()).contains("Next: nothing");
    }

    @Test
    void bulk_add_has_new_holders_only_as_the_portal_takes_them() throws IOException {
        assign(REMOVE_STEFAN + ADD_ANNA + ASSIGN_ANNA);

        Answer answer = program.run("export", "vs-bulk-add", "--json").ending(0);

        assertThat(answer.files("export")).hasSize(1);
        assertThat(sheet(answer.file("vs_bulk_add.xlsx")))
                .containsExactly(
                        List.of(
                                "Name",
                                "Sign-in Email",
                                "Notification Email",
                                "Subscription Level",
                                "Reference",
                                "Downloads",
                                "Country",
                                "Language",
                                "Subscription GUID",
                                "Error message"),
                        List.of(
                                "New Anna",
                                "anna.new@contoso.example",
                                "",
                                "Visual Studio Enterprise",
                                "a b",
                                "Yes",
                                "DE",
                                "",
                                "",
                                ""));
        assertThat(answer.errors().replaceAll("\\s+", " ")).contains("row 2, Name; row 2, Reference");
    }

    @Test
    void bulk_create_leaves_the_password_to_whoever_uploads_it() throws IOException {
        assign(ADD_ANNA);

        Answer answer = program.run("export", "entra-bulk-create").ending(0);
        Path file = export("entra-bulk-create").file("entra_bulk_create.csv");

        assertThat(Files.readAllLines(file)).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("\uFEFFversion:v1.0");
            assertThat(lines.get(1))
                    .startsWith("Name [displayName] Required,User name [userPrincipalName] Required,"
                            + "Initial password [passwordProfile] Required,"
                            + "Block sign in (Yes/No) [accountEnabled] Required,"
                            + "First name [givenName],Last name [surname],");
            assertThat(lines.get(2)).isEqualTo("\"New, Anna\",anna.new@contoso.example,,No,Anna,New,,,,,,,,,,,");
        });
        assertThat(answer.output().replaceAll("\\s+", " ")).contains("fill in the initial passwords");
    }

    @Test
    void customer_users_come_a_hundred_a_file() throws IOException {
        assign(IntStream.range(0, 201)
                .mapToObj("ADD_USER,4387201,,user%03d@contoso.example\n"::formatted)
                .collect(Collectors.joining()));

        Answer answer = export("customer-users");

        assertThat(names(answer))
                .containsExactly("customer_users-1.csv", "customer_users-2.csv", "customer_users-3.csv");
        assertThat(Files.readAllLines(answer.file("customer_users-1.csv")))
                .hasSize(101)
                .startsWith("\uFEFFFirst name,Last name,Display name,Email,Status update")
                .endsWith("\"\",,user099@contoso.example,user099@contoso.example,");
        assertThat(Files.readAllLines(answer.file("customer_users-3.csv")))
                .endsWith("\"\",,user200@contoso.example,user200@contoso.example,")
                .hasSize(2);
    }

    @Test
    void the_checklist_has_what_no_file_can_bring() throws IOException {
        Path order = Files.writeString(folder.resolve("order.csv"), """
                LocationMpnId,OfferType,OrderNumber,PurchaseDate,AnniversaryDate,BenefitName,Category,BenefitType,\
                Quantity,Unit,Used,Status,Expires
                4387202,Network,70300-2020,2020-03-10,2021-03-10,Advice,Technical,Core,5,Hour,0,Active,2021-03-10
                """);
        program.migrate(order).ending(0);
        assign(REMOVE_STEFAN
                + ADD_ANNA
                + ASSIGN_ANNA
                + "REASSIGN,4387201,Technical presales and deployment,julia.lindner@contoso.example,"
                + "tobias.krueger@contoso.example,,julia@home.example\n"
                + "ACTIVATE,4387201,SQL Server Enterprise 2019,,,,,,,,,,,PC-7\n"
                + "ASSIGN,4387201,Office 365 E3,anna.new@contoso.example\n"
                + "ACTIVATE,4387202,Azure credit,,,,,,,,,,,,70122-2020\n"
                + "ACTIVATE,4387201,Customer case study\n"
                + "REQUEST_HOURS,4387201,Partner advisory hours,,,,,,,,design,9\n"
                + "GRANT_ROLE,4387201,,anna.new@contoso.example,,,,,,,,,MPN partner admin\n"
                + "SET_CONTACT,4387201,,anna.new@contoso.example,,,,anna.offers@contoso.example,+49 30 5555,de\n"
                + "CANCEL,4387202,,,,,,,,,,,,,70300-2020,SR-1\n");

        List<List<String>> toDo = toDo(export("hand-off", "--format", "xlsx"));

        assertThat(toDo.stream().map(row -> row.get(3)))
                .contains(
                        "Give New, Anna the role MPN partner admin.",
                        "Activate a key of SQL Server Enterprise 2019.",
                        "Assign Office 365 E3 to New, Anna.",
                        "Activate Azure credit for Anna Berger.",
                        "Remove Stefan Brandt from Visual Studio Enterprise; the file for Bulk add brings the next holder.",
                        "Remove Tobias Krüger from Technical presales and deployment.",
                        "Assign Technical presales and deployment to Julia Lindner. Instructions go to both addresses.",
                        "Set New, Anna as marketing contact.",
                        "Activate the offer Customer case study.",
                        "Ask for hours of Partner advisory hours.",
                        "Ask for the cancellation and refund of the order 70300-2020.")
                .hasSize(11);
        assertThat(toDo).allSatisfy(row -> assertThat(row.get(0)).isEmpty());
        assertThat(toDo.stream().map(row -> row.get(1)))
                .startsWith("1", "2", "3")
                .endsWith("11");
        assertThat(row(toDo, "Assign Technical"))
                .contains("julia.lindner@contoso.example", "julia@home.example", MOVER, DAY, "bulk-1.csv", "5");
        assertThat(row(toDo, "Ask for hours").get(11)).contains("Phase: Design", "Hours: 9", "Requested on: " + DAY);
        assertThat(row(toDo, "Activate the offer").get(11)).contains("anna.offers@contoso.example", "+49 30 5555");
        assertThat(row(toDo, "Activate a key").get(11)).matches(".*Key: \\*{5}-[0-9A-Z]{5};.*Reference: PC-7.*");
    }

    @Test
    void the_checklist_is_a_page_to_tick_off_in_every_language() throws IOException {
        assign(REMOVE_STEFAN + "GRANT_ROLE,4387201,,julia.lindner@contoso.example,,,,,,,,,Billing admin\n");

        for (String language : List.of("en", "de", "fr", "es", "ja", "zh-CN")) {
            Answer answer = export("hand-off", "--lang", language, "--format", "pdf");
            assertThat(pdf(answer.file("hand_off.pdf")))
                    .as(language)
                    .contains("Stefan Brandt", "Visual Studio Enterprise", "Julia Lindner", "Billing admin", MOVER);
        }
        assertThat(pdf(export("hand-off").file("hand_off.pdf"))).contains("Page 1", "of 1", "2 things to do");
    }

    @Test
    void an_empty_checklist_says_that_there_is_nothing_to_do() throws IOException {
        Answer answer = export("hand-off");

        assertThat(answer.files("hand_off")).hasSize(2);
        assertThat(pdf(answer.file("hand_off.pdf")))
                .contains("There is nothing to do.", "Page 1")
                .doesNotContain("What to do");
        assertThat(sheet(answer.file("hand_off.xlsx")).get(1)).contains("There is nothing to do.");
    }

    @Test
    void what_is_taken_back_before_any_hand_over_is_nothing() {
        assign(REMOVE_STEFAN
                + ADD_ANNA
                + ASSIGN_ANNA
                + "GRANT_ROLE,4387201,,anna.new@contoso.example,,,,,,,,,Billing admin\n");
        assign("REASSIGN,4387201,Visual Studio Enterprise,stefan.brandt@contoso.example,anna.new@contoso.example\n"
                + "REVOKE_ROLE,4387201,,anna.new@contoso.example,,,,,,,,,Billing admin\n");

        assertThat(export("vs-bulk-add").files("export")).isEmpty();
        assertThat(toDo(export("hand-off"))).isEmpty();
        assertThat(export("entra-bulk-create").files("export"))
                .as("she is still new")
                .hasSize(1);
    }

    @Test
    void the_same_is_written_until_it_is_told_to_be_done_and_later_changes_stay() throws IOException {
        assign(REMOVE_STEFAN + ADD_ANNA + ASSIGN_ANNA);
        Answer first = export("vs-bulk-add");
        assertThat(sheet(export("vs-bulk-add").file("vs_bulk_add.xlsx")))
                .isEqualTo(sheet(first.file("vs_bulk_add.xlsx")));
        assign("ADD_USER,4387201,,ben.new@contoso.example,,Ben New\n"
                + "REASSIGN,4387201,Visual Studio Enterprise,ben.new@contoso.example,anna.new@contoso.example\n");

        Answer done = program.run(
                        "export", "vs-bulk-add", "--done", run(first), "--as", "Admin@contoso.example", "--json")
                .ending(0);

        assertThat(done.json().get("actingUser").asString()).isEqualTo(MOVER);
        assertThat(sheet(export("vs-bulk-add").file("vs_bulk_add.xlsx")))
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row).contains("ben.new@contoso.example"));
        assertThat(toDo(export("hand-off")).stream().map(row -> row.get(3)))
                .as("the checklist is handed over by itself")
                .containsExactly("Remove Stefan Brandt from Visual Studio Enterprise;"
                        + " the file for Bulk add brings the next holder.");
    }

    @Test
    void done_then_nothing() {
        assign(REMOVE_STEFAN + ADD_ANNA);
        for (String kind : List.of("entra-bulk-create", "hand-off")) {
            Answer written = export(kind);
            program.run("export", kind, "--done", run(written), "--as", MOVER).ending(0);
        }

        assertThat(export("entra-bulk-create").files("export")).isEmpty();
        assertThat(toDo(export("hand-off"))).isEmpty();
        assertThat(export("customer-users").files("export")).hasSize(1);
    }

    @Test
    void every_organisation_has_files_of_its_own_and_is_told_to_be_done_by_itself() throws IOException {
        Path datum = Files.createDirectory(folder.resolve("datum"));
        Files.writeString(datum.resolve("locations.csv"), """
                OrgId,OrgName,LocationMpnId,IsHeadquarters,LocationName,Country,AccountEmail,InvitationStatus
                D/3,Datum,6120044,Yes,Datum,US,datum@datum.example,Invited
                """);
        Files.writeString(datum.resolve("people.csv"), """
                IndividualId,FirstName,LastName,Email,LocationMpnId,AdminRight
                N-1,Ada,Min,admin@contoso.example,6120044,Global
                """);
        program.migrate(datum).ending(0);
        assign("GRANT_ROLE,6120044,,admin@contoso.example,,,,,,,,,Global admin\n"
                + ADD_ANNA
                + "ADD_USER,6120044,,dan.new@datum.example\n");
        Answer both = export("entra-bulk-create");
        assertThat(names(both)).hasSize(2).first().isEqualTo("entra_bulk_create-C-1001.csv");
        assertThat(names(both).get(1)).matches("entra_bulk_create-D_3-\\d+\\.csv");

        Answer one = export("entra-bulk-create", "--org", "C-1001");
        assertThat(names(one)).containsExactly("entra_bulk_create-C-1001.csv");
        program.run("export", "entra-bulk-create", "--done", run(one), "--as", MOVER)
                .ending(0);
        assertThat(names(export("entra-bulk-create")))
                .containsExactly(names(both).get(1));

        program.run("export", "entra-bulk-create", "--done", run(both), "--as", MOVER)
                .ending(0);
        assertThat(names(export("entra-bulk-create"))).isEmpty();
    }

    @Test
    void what_is_undone_before_any_hand_over_is_nothing() {
        String assigned = assign(REMOVE_STEFAN + ADD_ANNA + ASSIGN_ANNA);
        undo(assigned);

        for (String kind : List.of("vs-bulk-add", "entra-bulk-create", "customer-users")) {
            assertThat(names(export(kind))).as(kind).isEmpty();
        }
        assertThat(toDo(export("hand-off"))).isEmpty();
    }

    @Test
    void what_is_undone_after_the_hand_over_is_to_be_taken_back_there() throws IOException {
        String assigned = assign(REMOVE_STEFAN + ADD_ANNA + ASSIGN_ANNA);
        for (String kind : List.of("vs-bulk-add", "entra-bulk-create", "hand-off")) {
            program.run("export", kind, "--done", run(export(kind)), "--as", MOVER)
                    .ending(0);
        }
        undo(assigned);

        assertThat(toDo(export("hand-off")).stream().map(row -> row.get(3)))
                .containsExactly(
                        "Remove New, Anna from the user list.",
                        "Remove New, Anna from Visual Studio Enterprise; the file for Bulk add brings the next holder.");
        assertThat(sheet(export("vs-bulk-add").file("vs_bulk_add.xlsx")).get(1))
                .contains("Stefan Brandt", "stefan.brandt@contoso.example");
        assertThat(names(export("entra-bulk-create"))).isEmpty();
    }

    @Test
    void undoing_a_migration_leaves_nothing_to_do() throws IOException {
        Path people = Files.writeString(folder.resolve("people.csv"), """
                IndividualId,FirstName,LastName,Email,LocationMpnId,AdminRight
                N-1,Zoe,New,zoe.new@contoso.example,4387201,None
                """);
        undo(run(program.migrate(people).ending(0)));

        assertThat(toDo(export("hand-off"))).isEmpty();
    }

    @Test
    void the_sheet_can_be_ticked_filtered_and_printed() throws IOException {
        assign(REMOVE_STEFAN);

        try (XSSFWorkbook workbook = new XSSFWorkbook(
                Files.newInputStream(export("hand-off", "--lang", "de").file("hand_off.xlsx")))) {
            XSSFSheet sheet = workbook.getSheet("Zu erledigen");
            assertThat(sheet.getDataValidations()).singleElement().satisfies(choice -> {
                assertThat(choice.getValidationConstraint().getFormula1()).isEqualTo("\"Ja\"");
                assertThat(choice.getRegions().getCellRangeAddress(0).formatAsString())
                        .isEqualTo("A2");
            });
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:P2");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        }
    }

    @Test
    void says_what_can_be_exported_and_what_can_be_done() {
        assertThat(program.run("export", "vs-bulk").ending(2).errors())
                .contains("vs-bulk-add, entra-bulk-create, customer-users, hand-off");
        assertThat(program.run("export", "vs-bulk-add", "--format", "csv")
                        .ending(2)
                        .errors())
                .contains("as xlsx only");
        assertThat(program.run("export", "hand-off", "--done", "20200322-020000-export-99")
                        .ending(2)
                        .errors())
                .contains("--as EMAIL");
        assertThat(program.run("export", "hand-off", "--done", run(export("vs-bulk-add")), "--as", MOVER)
                        .ending(2)
                        .errors())
                .contains("did not write hand-off");
    }

    private Answer export(String kind, String... more) {
        List<Object> words = new ArrayList<>(List.of("export", kind, "--on", DAY, "--json"));
        words.addAll(List.of(more));
        return program.run(words.toArray()).ending(0);
    }

    /** The code of the run. */
    private String assign(String rows) {
        try {
            Path file = Files.writeString(folder.resolve("bulk-" + ++files + ".csv"), HEADER + rows);
            Answer answer = program.run("assign", file, "--as", MOVER, "--on", DAY, "--json");
            assertThat(answer.rows().rejected())
                    .as(() -> answer.json().get("findings").toString())
                    .isZero();
            return run(answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void undo(String code) {
        program.run("runs", "undo", code, "--as", MOVER, "--on", DAY).ending(0);
    }

    private static List<String> names(Answer answer) {
        return answer.files("export").stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static String run(Answer answer) {
        return answer.json().get("run").asString();
    }

    private static List<List<String>> toDo(Answer answer) {
        try {
            List<List<String>> rows = sheet(answer.file("hand_off.xlsx"));
            return rows.subList(1, rows.size()).stream()
                    .filter(row -> !row.get(1).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> row(List<List<String>> rows, String beginning) {
        return rows.stream()
                .filter(row -> row.get(3).startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing begins with " + beginning + " in " + rows));
    }

    private static List<List<String>> sheet(Path file) throws IOException {
        DataFormatter text = new DataFormatter();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int width = sheet.getRow(0).getLastCellNum();
            List<List<String>> rows = new ArrayList<>();
            for (Row row : sheet) {
                rows.add(IntStream.range(0, width)
                        .mapToObj(column -> text.formatCellValue(row.getCell(column)))
                        .toList());
            }
            return rows;
        }
    }

    private static String pdf(Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
