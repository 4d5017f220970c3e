package io.almoner.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortalFileIntakeTest {

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @ParameterizedTest
    @EnumSource
    void knows_a_portals_file_by_its_header_and_every_column_of_it(PortalFile file) {
        assertKnown(files.only(files.write("x.csv", file.text())), file);
    }

    @ParameterizedTest
    @EnumSource
    void knows_it_with_a_mark_and_semicolons(PortalFile file) {
        Path path = files.write("x.csv", "\uFEFF" + file.text().replace(',', ';'));
        assertKnown(files.only(path), file);
        assertThat(files.only(path).delimiter()).isEqualTo(';');
    }

    @ParameterizedTest
    @EnumSource
    void knows_it_in_the_unicode_text_of_excel(PortalFile file) {
        Path path = files.write("x.txt", "\uFEFF" + file.text().replace(',', '\t'), StandardCharsets.UTF_16LE);
        assertKnown(files.only(path), file);
        assertThat(files.only(path).encoding()).isEqualTo(Charset.forName("UTF-16LE"));
    }

    @ParameterizedTest
    @EnumSource
    void knows_it_as_a_workbook(PortalFile file) throws IOException {
        Path path = workbook(file);
        assertKnown(files.only(path), file);
        List<Row> rows = files.rows(path);
        assertThat(rows.get(rows.size() - 1).number()).isEqualTo(file.cells().size());
    }

    @ParameterizedTest
    @EnumSource
    void shows_and_writes_it_with_every_row(PortalFile file) {
        Path path = files.write("x.csv", file.text());
        Inspection.Table table = new Inspector(files.intake())
                .inspect(List.of(path), ReadOptions.DETECT)
                .tables()
                .get(0);
        assertThat(table.firstRows()).hasSize(files.rows(path).size());
        assertThat(csv(path).lines()).hasSize(files.rows(path).size() + 1);
    }

    @Test
    void reads_the_sign_in_address_of_both_exports_as_the_same_column() {
        assertThat(Stream.of(PortalFile.VS_EXPORT, PortalFile.VS_EXPORT_WITH_SIGN_IN_EMAIL)
                        .map(file -> cell(files.write("x.csv", file.text()), "SignInEmail")))
                .containsOnly("ada@contoso.example");
    }

    @Test
    void numbers_the_rows_below_a_version_row_as_its_user_sees_them() {
        Path path = files.write("x.csv", PortalFile.AAD_BULK_CREATE.text());
        assertThat(files.only(path).headerRow()).isEqualTo(2);
        assertThat(files.rows(path)).extracting(Row::number).containsExactly(3, 4);
        assertThat(files.rows(path)).extracting(Row::kind).containsExactly(Row.Kind.EXAMPLE, Row.Kind.DATA);
    }

    @ParameterizedTest
    @CsvSource({"'\"version:v1.0\",,,'", "'version:v1.0;;;'", "'version:v2.1'"})
    void takes_a_version_row_as_spreadsheet_programs_save_it(String version) {
        String text = PortalFile.AAD_BULK_CREATE.text().replace("version:v1.0", version);
        Path path = files.write("x.csv", version.contains(";") ? text.replace(',', ';') : text);
        assertThat(files.rows(path)).extracting(Row::number).containsExactly(3, 4);
    }

    @Test
    void does_not_count_a_title_above_the_version_row() {
        Path path = files.write("x.csv", "Users of Contoso\n" + PortalFile.AAD_BULK_CREATE.text());
        assertThat(files.only(path).headerRow()).isEqualTo(2);
    }

    @Test
    void knows_bulk_create_by_its_tokens_whatever_the_labels_say() {
        Path path = files.write("x.csv", """
                version:v1.0
                Nombre [displayName] Obligatorio,初期パスワード [passwordProfile] 必須,Name [userPrincipalName] Erforderlich
                Ada Byron,secret,ada@contoso.example
                """);
        assertThat(files.only(path).layout().name()).isEqualTo("aad_bulk_create");
        assertThat(cell(path, "DisplayName")).isEqualTo("Ada Byron");
        assertThat(cell(path, "UserPrincipalName")).isEqualTo("ada@contoso.example");
    }

    @Test
    void reads_a_header_that_is_wholly_in_brackets_by_its_name() {
        Path path = files.write("x.csv", "[OrgId],[Email],[Role]\n7,a@x.example,Global admin\n");
        assertThat(files.only(path).layout().name()).isEqualTo("user_roles");
    }

    @Test
    void never_shows_any_part_of_a_password() {
        Path path = files.write("x.csv", PortalFile.AAD_BULK_CREATE.text());
        Inspection inspection = new Inspector(files.intake()).inspect(List.of(path), ReadOptions.DETECT);
        assertThat(inspection.toString()).doesNotContain("staple", "d1234").contains("*****");
        assertThat(csv(path)).doesNotContain("staple", "d1234").contains("Ada Byron,ada@contoso.example,*****,No,Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "'Email,Phone,Company\n', FIL-001.unknown-layout",
        "'Name,Sign-in Email,Shoe size,Hat size,Colour\n', FIL-001.unknown-layout",
        "'Product,Price\n', FIL-001.unknown-layout"
    })
    void does_not_take_any_list_with_an_address_for_a_portals(String header, String key) {
        files.refusalOf(files.write("x.csv", header))
                .satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo(key));
    }

    @Test
    void takes_bulk_assignments_without_their_action_for_what_they_are() {
        Path path = files.write(
                "x.csv", "MpnId,OfferGroup,Tenant,Name,SignInEmail,SubscriptionLevel,Downloads,Country,Language\n");
        files.refusalOf(path)
                .satisfies(
                        e -> assertThat(((UnusableInputException) e).finding().arguments())
                                .containsExactly("bulk_assignments", "Action"));
    }

    private void assertKnown(SourceTable table, PortalFile file) {
        assertThat(table.layout().name()).isEqualTo(file.layout());
        assertThat(table.findings()).isEmpty();
        assertThat(table.positions().stream().filter(position -> position >= 0)).hasSameSizeAs(table.headers());
        assertThat(files.rows(table)).last().extracting(Row::cells).isEqualTo(last(file));
    }

    private static List<String> last(PortalFile file) {
        return file.cells().get(file.cells().size() - 1);
    }

    private String cell(Path path, String column) {
        SourceTable table = files.only(path);
        List<Row> rows = files.rows(table);
        return rows.get(rows.size() - 1).cells().get(table.position(column));
    }

    private String csv(Path path) {
        StringBuilder out = new StringBuilder();
        new TableCsv(files.intake()).write(files.only(path), out);
        return out.toString();
    }

    private Path workbook(PortalFile file) throws IOException {
        Path path = folder.resolve("x.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            Sheet sheet = workbook.createSheet("Sheet1");
            for (List<String> cells : file.cells()) {
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                cells.forEach(cell ->
                        row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(cell));
            }
            workbook.write(out);
        }
        return path;
    }
}
