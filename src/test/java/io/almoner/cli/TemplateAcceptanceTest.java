package io.almoner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.SourceTable;

import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What people get to fill in, and what becomes of it. */
class TemplateAcceptanceTest {

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void have_a_home() {
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void writes_a_private_file_and_says_what_to_do_with_it() throws IOException {
        Answer answer = program.run("template", "bulk_assignments", "--out", folder.resolve("a"))
                .ending(0);

        Path file = folder.resolve("a").resolve("bulk_assignments.xlsx");
        assertThat(answer.output()).contains(file.toString()).contains("almoner assign FILE --as EMAIL");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void names_the_file_in_json() {
        Answer answer = program.run("template", "bulk-assignments", "--out", folder, "--json")
                .ending(0);

        assertThat(answer.json().get("version").asInt()).isEqualTo(1);
        assertThat(answer.files("export")).containsExactly(folder.resolve("bulk_assignments.xlsx"));
    }

    @Test
    void makes_no_ledger_only_to_look_into_it() {
        write();

        assertThat(program.home()).doesNotExist();
    }

    @Test
    void offers_what_the_ledger_knows() throws IOException {
        program.migrate(SAMPLE).ending(3);

        try (XSSFWorkbook workbook = open(write())) {
            assertThat(list(workbook, "list_USERS")).contains(MOVER, "lena.vogt@contoso.example");
            assertThat(list(workbook, "list_BENEFITS")).contains("Windows 10 Enterprise");
            assertThat(list(workbook, "list_ORDERS")).contains("70011-2019");
            assertThat(list(workbook, "list_MPN_IDS")).contains("4387201");
            assertThat(list(workbook, "list_OPERATING_SYSTEMS")).contains("Windows Server");
        }
    }

    @Test
    void offers_only_what_the_named_organisation_has() throws IOException {
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.writeString(second.resolve("locations.csv"), """
                OrgId,LocationMpnId,IsHeadquarters,Country,InvitationStatus
                C-2,6120044,Yes,US,Invited
                """);
        Files.writeString(second.resolve("people.csv"), """
                IndividualId,FirstName,LastName,Email,LocationMpnId,AdminRight
                N-1,Anna,Berger,admin@contoso.example,6120044,Global
                """);
        program.migrate(SAMPLE).ending(3);
        program.migrate(second).ending(0);
        try (XSSFWorkbook workbook = open(write())) {
            assertThat(list(workbook, "list_MPN_IDS")).contains("4387201", "6120044");
        }
        Files.delete(folder.resolve("bulk_assignments.xlsx"));

        try (XSSFWorkbook workbook = open(write("--org", "C-1001"))) {
            assertThat(list(workbook, "list_MPN_IDS")).contains("4387201").doesNotContain("6120044");
        }
    }

    @Test
    void holds_no_product_key_and_no_formula_and_no_protection() throws IOException {
        program.migrate(SAMPLE).ending(3);

        assertThat(texts(write()))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("FAKE0", "<f>", "<f ", "sheetProtection", "workbookProtection"));
    }

    @Test
    void takes_for_text_what_looks_like_a_formula() throws IOException {
        Path people = Files.writeString(folder.resolve("people.csv"), """
                IndividualId,FirstName,LastName,Email,LocationMpnId,AdminRight
                N-1,Eve,Ill,=cmd|calc@contoso.example,4387201,None
                """);
        program.migrate(SAMPLE).ending(3);
        program.migrate(people).ending(0);

        try (XSSFWorkbook workbook = open(write())) {
            assertThat(list(workbook, "list_USERS")).contains("=cmd|calc@contoso.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pmc_locations",
                "pmc_individuals",
                "pmc_benefits",
                "pmc_keys",
                "pmc_assignments",
                "pmc_marketing_contacts",
                "user_roles"
            })
    void writes_every_layout_that_people_fill_in(String layout) {
        program.run("template", layout, "--out", folder).ending(0);

        List<SourceTable> tables = new Intake(Layouts.load())
                .identify(List.of(folder.resolve(layout + ".xlsx")), ReadOptions.DETECT)
                .tables();
        assertThat(tables).extracting(table -> table.layout().name()).containsExactly(layout);
    }

    @Test
    void fills_a_template_of_people_that_a_migration_takes() throws IOException {
        program.migrate(SAMPLE).ending(3);
        program.run("template", "user_roles", "--out", folder, "--lang", "ja").ending(0);
        Path file = folder.resolve("user_roles.xlsx");
        try (XSSFWorkbook workbook = open(file)) {
            var row = workbook.getSheetAt(0).createRow(2);
            row.createCell(0).setCellValue("C-1001");
            row.createCell(2).setCellValue("lena.vogt@contoso.example");
            row.createCell(3).setCellValue("ユーザー管理者");
            try (var out = Files.newOutputStream(folder.resolve("filled.xlsx"))) {
                workbook.write(out);
            }
        }

        Answer answer = program.migrate(folder.resolve("filled.xlsx")).ending(0);

        assertThat(answer.rows()).isEqualTo(new Answer.Rows(2, 1, 0, 0, 1));
        assertThat(answer.errors()).doesNotContain("note:", "Almoner Help");
    }

    @Test
    void refuses_what_nobody_fills_in_and_says_what_there_is() {
        Answer answer = program.run("template", "vs_export", "--out", folder).ending(2);

        assertThat(answer.errors().replaceAll("\\s+", " "))
                .contains("no template of vs_export", "user_roles, ", "bulk_assignments.");
    }

    @Test
    void refuses_an_organisation_that_it_does_not_know() {
        program.run("template", "bulk_assignments", "--org", "C-9", "--out", folder)
                .ending(2);
        program.migrate(SAMPLE).ending(3);
        program.run("template", "bulk_assignments", "--org", "C-9", "--out", folder)
                .ending(2);

        assertThat(folder.resolve("bulk_assignments.xlsx")).doesNotExist();
    }

    @Test
    void overwrites_nothing_that_may_be_filled_in() throws IOException {
        Path filled = Files.writeString(folder.resolve("bulk_assignments.xlsx"), "an afternoon's work");

        program.run("template", "bulk_assignments", "--out", folder).ending(2);

        assertThat(filled).hasContent("an afternoon's work");
    }

    private Path write(String... options) {
        List<Object> words = new ArrayList<>(List.of("template", "bulk_assignments", "--out", folder));
        words.addAll(List.of(options));
        program.run(words.toArray()).ending(0);
        return folder.resolve("bulk_assignments.xlsx");
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> list(XSSFWorkbook workbook, String name) {
        var area = new AreaReference(workbook.getName(name).getRefersToFormula(), workbook.getSpreadsheetVersion());
        List<String> entries = new ArrayList<>();
        for (CellReference reference : area.getAllReferencedCells()) {
            Cell cell = workbook.getSheet(reference.getSheetName())
                    .getRow(reference.getRow())
                    .getCell(reference.getCol());
            entries.add(cell.getStringCellValue());
        }
        return entries;
    }

    private static List<String> texts(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> texts = new ArrayList<>();
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    texts.add(new String(in.readAllBytes(), UTF_8));
                }
            }
            return texts;
        }
    }
}
