package io.almoner.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.rules.Finding;
import io.almoner.rules.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class CsvIntakeTest {

    private static final String CHINESE =
            "组织 ID,位置 MPN ID,组织名称,国家\n1,4711001,北京微软科技有限公司,CN\n2,4711002,上海合作伙伴网络有限公司,CN\n";

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @Test
    void reads_rows_and_numbers_them_from_the_header() {
        Path file = files.write("roles.csv", "OrgId,Email,Role\n7,a@x.example,Global admin\n8,b@x.example,\n");
        List<Row> rows = files.rows(file);
        assertThat(rows).extracting(Row::number).containsExactly(2, 3);
        assertThat(rows.get(1).cells()).containsExactly("8", "b@x.example", "");
        assertThat(files.only(file).headerRow()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void finds_the_delimiter(String delimiter) {
        Path file = files.write("x.csv", IntakeFixture.ROLES.replace(",", delimiter));
        assertThat(files.only(file).delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(files.cells(file)).containsExactly(List.of("7", "ada@contoso.example", "Global admin"));
    }

    @Test
    void finds_the_header_below_a_title_and_does_not_count_the_title() {
        Path file = files.write("x.csv", "Export \"of roles, by \"Ada\n\nmade on 2020-03-01\n" + IntakeFixture.ROLES);
        assertThat(files.rows(file)).extracting(Row::number).containsExactly(2);
    }

    @Test
    void consumes_the_line_that_names_the_separator() {
        Path file = files.write("x.csv", "sep=;\r\nOrgId;Email;Role\r\n7;a@x.example;A,B\r\n");
        assertThat(files.cells(file)).containsExactly(List.of("7", "a@x.example", "A,B"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-16LE,''", "UTF-16BE,''", "UTF-8,''"})
    void reads_unicode_with_and_without_a_mark(String encoding, String mark) {
        byte[] text = CHINESE.replace(',', '\t').getBytes(Charset.forName(encoding));
        byte[] head = java.util.HexFormat.of().parseHex(mark);
        byte[] all = java.util.Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, all, head.length, text.length);
        Path file = files.write("x.txt", all);
        assertThat(files.only(file).encoding()).isEqualTo(Charset.forName(encoding));
        assertThat(files.cells(file).get(0)).containsExactly("1", "4711001", "北京微软科技有限公司", "CN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "Big5", "Shift_JIS"})
    void recognises_or_names_an_east_asian_encoding_and_never_reads_it_as_another(String name) {
        Charset encoding = Charset.forName(name);
        String text = name.equals("Shift_JIS")
                ? "組織 ID,所在地 MPN ID,組織名,国\n1,4711001,株式会社マイクロソフト パートナー,JP\n2,4711002,東京のクラウド サービスと会社,JP\n"
                : name.equals("Big5")
                        ? "OrgId,LocationMpnId,OrgName\n1,4711001,臺灣微軟股份有限公司與合作夥伴的網路服務\n2,4711002,我們的雲端服務與軟體授權管理\n"
                        : CHINESE;
        Path file = files.write("x.csv", text, encoding);
        try {
            assertThat(files.only(file).encoding()).isEqualTo(encoding);
            assertThat(files.cells(file).get(0).get(2))
                    .isEqualTo(text.split("\n")[1].split(",")[2]);
        } catch (UnusableInputException e) {
            assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.encoding");
            assertThat(name).isNotEqualTo("GB18030");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, '组织ID,电子邮件,角色'",
        "Shift_JIS, '組織 ID,メール アドレス,役割'",
        "windows-1252, 'Rôle;Courriel;ID de l’organisation'"
    })
    void knows_an_encoding_by_a_header_that_makes_sense_in_no_other(String encoding, String header) {
        Path file = files.write("x.csv", header + "\n", Charset.forName(encoding));
        assertThat(files.only(file).encoding()).isEqualTo(Charset.forName(encoding));
        assertThat(files.only(file).layout().name()).isEqualTo("user_roles");
    }

    @Test
    void recognises_windows_1252() {
        String text = "OrgId,LocationMpnId,OrgName\n1,4711001,Müller & Söhne GmbH\n2,4711002,Café Français à Orléans\n"
                + "3,4711003,Bäckerei Groß für die Münchner Straße\n";
        Path file = files.write("x.csv", text, Charset.forName("windows-1252"));
        assertThat(files.only(file).encoding()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(files.cells(file).get(0).get(2)).isEqualTo("Müller & Söhne GmbH");
    }

    @Test
    void says_which_encoding_to_try_when_it_cannot_tell() {
        Path file = files.write(
                "x.csv",
                "OrgId,LocationMpnId,OrgName\n1,4711001,ООО Ромашка и партнёры\n",
                Charset.forName("windows-1251"));
        files.refusalOf(file).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.encoding"));
    }

    @Test
    void obeys_the_encoding_that_was_given() {
        Path file = files.write(
                "x.csv", "OrgId,LocationMpnId,OrgName\n1,4711001,Ромашка\n", Charset.forName("windows-1251"));
        SourceTable table = files.only(file, new ReadOptions(Charset.forName("windows-1251"), null, null));
        assertThat(files.rows(table).get(0).cells()).contains("Ромашка");
    }

    @Test
    void refuses_an_encoding_that_was_given_and_is_not_it() {
        Path file = files.write("x.csv", CHINESE, Charset.forName("GB18030"));
        IntakeFixture.refusal(() -> files.only(file, new ReadOptions(StandardCharsets.UTF_8, null, null)))
                .satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.wrong-encoding"));
    }

    @Test
    void fills_short_rows_and_keeps_the_cells_of_long_ones() {
        Path file = files.write("x.csv", "OrgId,Email,Role\n7\n8,b@x.example,Role,more,\n9,c@x.example,Role,,\n");
        assertThat(files.cells(file))
                .containsExactly(
                        List.of("7", "", ""),
                        List.of("8", "b@x.example", "Role", "more"),
                        List.of("9", "c@x.example", "Role"));
    }

    @Test
    void tells_blank_example_and_version_rows_and_drops_blank_ones_at_the_end() {
        Path file = files.write(
                "x.csv",
                "OrgId,Email,Role\nversion:v1.0,,\nExample: 1,a@x.example,Admin\n\n , ,\nexample.com,b@x.example,R\n\n,,\n");
        assertThat(files.rows(file))
                .extracting(Row::kind)
                .containsExactly(Row.Kind.VERSION, Row.Kind.EXAMPLE, Row.Kind.BLANK, Row.Kind.BLANK, Row.Kind.DATA);
        assertThat(files.rows(file)).extracting(Row::number).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void undoes_the_guard_against_formulas() {
        Path file = files.write("x.csv", "OrgId,Email,Role\n'=1+1,''=x,'plain\n");
        assertThat(files.cells(file)).containsExactly(List.of("=1+1", "'=x", "'plain"));
    }

    @Test
    void keeps_line_breaks_and_quotes_inside_cells() {
        Path file = files.write("x.csv", "OrgId,Email,Role\r\n7,\"a\r\nb\",\"say \"\"hi\"\"\"\r\n8,c,d\r\n");
        assertThat(files.cells(file)).containsExactly(List.of("7", "a\r\nb", "say \"hi\""), List.of("8", "c", "d"));
    }

    @Test
    void refuses_a_quote_that_is_never_closed_and_names_its_line() {
        Path file = files.write("x.csv", "title\nOrgId,Email,Role\n7,a,b\n8,\"a,b\n" + "9,a,b\n".repeat(10));
        files.refusalOf(file).satisfies(e -> {
            assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.unclosed-quote");
            assertThat(((UnusableInputException) e).finding().arguments()).containsExactly("4");
        });
    }

    @Test
    void refuses_it_within_a_mebibyte_of_a_large_file() {
        Path file = files.write("x.csv", "OrgId,Email,Role\n8,\"a,b\n" + "9,abcdefgh,b\n".repeat(2_000_000));
        files.refusalOf(file).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.unclosed-quote"));
    }

    @Test
    void refuses_a_million_columns() {
        Path file = files.write("x.csv", "OrgId,Email,Role" + ",x".repeat(1_000_000) + "\n");
        files.refusalOf(file).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-010.too-wide"));
    }

    @ParameterizedTest
    @CsvSource({
        "'OrgId,Email\n', FIL-001.missing-column",
        "'OrgId,Email,Role,E-Mail\n', FIL-001.duplicate-column",
        "'Colour,Email,Size,Weight,Height\n', FIL-001.unknown-layout",
        "'Colour,Size\n', FIL-001.no-header",
        "'', FIL-010.empty",
        "' \n \n', FIL-010.empty",
        "'%PDF-1.4', FIL-010.binary",
        "'<html><body><table>', FIL-010.web-page",
        "'<?xml version=\"1.0\"?><root/>', FIL-010.other-format"
    })
    void refuses_what_is_no_table(String content, String key) {
        Path file = files.write("pmc_keys.csv", content);
        files.refusalOf(file).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo(key));
    }

    @Test
    void knows_a_table_by_its_columns_and_not_by_its_name() {
        Path file = files.write("pmc_assignments.csv", "LocationMpnId,OrderNumber,BenefitName,ProductKey\n");
        assertThat(files.only(file).layout().name()).isEqualTo("pmc_keys");
    }

    @Test
    void takes_a_key_table_without_its_key_column_for_what_it_is() {
        Path file = files.write("x.csv", "LocationMpnId,OrderNumber,BenefitName,KeyType,Seats,RevealedDate\n");
        files.refusalOf(file)
                .satisfies(
                        e -> assertThat(((UnusableInputException) e).finding().arguments())
                                .containsExactly("pmc_keys", "ProductKey"));
    }

    @Test
    void understands_headers_of_other_languages_in_any_order_and_spelling() {
        Path file = files.write("x.csv", "ROLLE;e-mail-adresse;_Org_ID_\nAdmin;a@x.example;7\n");
        SourceTable table = files.only(file);
        assertThat(table.position("Role")).isZero();
        assertThat(table.position("Email")).isEqualTo(1);
        assertThat(table.position("OrgId")).isEqualTo(2);
        assertThat(table.position("Scope")).isEqualTo(-1);
    }

    @Test
    void does_not_take_a_header_in_angle_brackets_for_a_document() {
        Path file = files.write("x.csv", "<OrgId>,<Email>,<Role>\n7,a@x.example,Global admin\n");
        assertThat(files.only(file).format()).isEqualTo(SourceTable.Format.CSV);
    }

    @Test
    void tells_of_unknown_columns_and_what_may_have_been_meant() {
        Path file = files.write("x.csv", "OrgId,Email,Role,Colour,Scoope,Almoner Status,Almoner Row\n");
        List<Finding> findings = files.only(file).findings();
        assertThat(findings)
                .extracting(Finding::messageKey)
                .containsExactly("FIL-001.unknown-column", "FIL-001.similar-column");
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(findings.get(1).arguments()).containsExactly("Scoope", "Scope");
    }
}
