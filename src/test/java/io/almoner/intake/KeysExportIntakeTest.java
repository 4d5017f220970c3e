package io.almoner.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeysExportIntakeTest {

    private static final String KEY = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE";
    private static final String NEWER = """
            <root><YourKey>
              <Product_Key Name="Windows 10 Pro" KeyRetrievalNote="One key a day">
                <Key ID="101" Type="MAK" ClaimedDate="4/30/2020">%s</Key>
                <Key ID="102" Type="Retail" ClaimedDate="1/1/0001">11111-22222-33333-44444-55555
                </Key>
              </Product_Key>
              <Product_Key Name="Office 2019" KeyRetrievalNote=""/>
              <Product_Key Name="SQL Server 2019" KeyRetrievalNote="">
                <Key ID="201" Type="Static Activation Key" ClaimedDate="">FFFFF-GGGGG-HHHHH-JJJJJ-KKKKK</Key>
              </Product_Key>
            </YourKey></root>
            """.formatted(KEY);
    private static final String OLDER = """
            <?xml version="1.0" encoding="utf-8"?>
            <Your_Product_Keys>
              <Product_Key Name="Windows 7" Key="%s" Key_Type="Retail" Date_Key_Claimed="12/1/2010"/>
              <Product_Key Name="Visio 2010" Key="" Key_Type="" Date_Key_Claimed="1/1/0001"/>
            </Your_Product_Keys>
            """.formatted(KEY);

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @Test
    void reads_a_row_for_each_key() {
        Path file = files.write("KeysExport.xml", NEWER);
        assertThat(files.cells(file))
                .containsExactly(
                        List.of("Windows 10 Pro", "One key a day", "101", "MAK", "2020-04-30", KEY),
                        List.of(
                                "Windows 10 Pro",
                                "One key a day",
                                "102",
                                "Retail",
                                "",
                                "11111-22222-33333-44444-55555"),
                        List.of(
                                "SQL Server 2019",
                                "",
                                "201",
                                "Static Activation Key",
                                "",
                                "FFFFF-GGGGG-HHHHH-JJJJJ-KKKKK"));
        assertThat(files.rows(file)).extracting(Row::number).containsExactly(2, 3, 4);
        assertThat(files.rows(file)).extracting(Row::defects).containsOnly(Map.of());
    }

    @Test
    void reads_the_older_form() {
        assertThat(files.cells(files.write("KeysExport.xml", OLDER)))
                .containsExactly(
                        List.of("Windows 7", "", "", "Retail", "2010-12-01", KEY),
                        List.of("Visio 2010", "", "", "", "", ""));
    }

    @Test
    void is_a_table_of_its_own_layout_and_format() {
        SourceTable table = files.only(files.write("x.csv", NEWER));
        assertThat(table.layout().name()).isEqualTo("keys_export");
        assertThat(table.format()).isEqualTo(SourceTable.Format.XML);
        assertThat(table.headerRow()).isEqualTo(1);
        assertThat(table.positions()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(table.findings()).isEmpty();
        assertThat(files.intake().count(table)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void reads_it_with_a_mark(String encoding) {
        String text = "\uFEFF" + NEWER.replace("Windows 10 Pro", "Windows 专业版");
        Path file = files.write("x.xml", text, Charset.forName(encoding));
        assertThat(files.cells(file).get(0)).startsWith("Windows 专业版").endsWith(KEY);
    }

    @Test
    void reads_it_in_the_encoding_that_it_declares() {
        String text = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + NEWER.replace("One key a day", "Clé");
        Path file = files.write("x.xml", text, Charset.forName("windows-1252"));
        assertThat(files.cells(file).get(0)).contains("Clé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<YourKey xmlns=\"http://portal.example/keys\">", "<YourKey>"})
    void reads_it_in_any_name_space_and_without_the_outer_element(String start) {
        String inner = NEWER.replace("<root><YourKey>", start).replace("</root>", "");
        assertThat(files.cells(files.write("x.xml", inner))).hasSize(3);
        String prefixed = "<k:root xmlns:k=\"urn:k\">" + inner + "</k:root>";
        assertThat(files.cells(files.write("y.xml", prefixed))).hasSize(3);
    }

    @Test
    void takes_non_breaking_spaces_for_spaces_and_none_at_the_ends() {
        String text = NEWER.replace("Windows 10 Pro", "&#160;Windows\u00a010\u202fPro\u00a0")
                .replace(KEY, "\u00a0\r\n" + KEY + "&#xA0;");
        assertThat(files.cells(files.write("x.xml", text)).get(0))
                .startsWith("Windows 10 Pro")
                .endsWith(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "4/5/2019, 2019-04-05",
        "12/31/2019 11:59:59 PM, 2019-12-31",
        "1/1/0001, ''",
        "1/1/0001 12:00:00 AM, ''",
        "'', ''",
        "2019-04-05, 2019-04-05",
        "5.4.2019, 5.4.2019",
        "yesterday, yesterday"
    })
    void reads_the_day_month_first(String portal, String expected) {
        Row row = files.rows(files.write("x.xml", NEWER.replace("4/30/2020", portal)))
                .get(0);
        assertThat(row.cells().get(4)).isEqualTo(expected);
        assertThat(row.defects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/4/2020", "2/30/2020", "0/0/0000"})
    void tells_a_day_that_does_not_exist(String day) {
        Row row = files.rows(files.write("x.xml", NEWER.replace("4/30/2020", day)))
                .get(0);
        assertThat(row.cells().get(4)).isEqualTo(day);
        assertThat(row.defects()).containsExactly(Map.entry(4, Row.Defect.IMPOSSIBLE_DATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;html&gt;&lt;body&gt;Something went wrong&lt;/body&gt;&lt;/html&gt;",
                "<![CDATA[<html><body><table>An error</table></body></html>]]>",
                "Please read &lt;a href=&quot;https://portal.example&quot;&gt;this&lt;/a&gt;",
                "&amp;lt;p&amp;gt;No key&amp;lt;/p&amp;gt;",
                "<a href=\"https://portal.example\">Retrieve</a>",
                "Error <b>500</b>"
            })
    void does_not_take_a_page_for_a_key(String message) {
        Path file = files.write("x.xml", NEWER.replace(KEY, message));
        assertThat(files.rows(file)).hasSize(3);
        Row row = files.rows(file).get(0);
        assertThat(row.cells()).endsWith("2020-04-30", "");
        assertThat(row.defects()).containsExactly(Map.entry(5, Row.Defect.MESSAGE_FOR_KEY));
    }

    @Test
    void does_not_take_a_page_in_the_older_form_for_a_key() {
        Path file = files.write("x.xml", OLDER.replace(KEY, "&lt;p&gt;Error&lt;/p&gt;"));
        assertThat(files.rows(file).get(0).defects()).containsKey(5);
    }

    @Test
    void reads_it_from_an_archive_beside_other_documents() throws IOException {
        Path file = files.zip(
                "x.zip",
                Map.of(
                        "a/KeysExport.xml", NEWER.getBytes(StandardCharsets.UTF_8),
                        "settings.xml", "<?xml version=\"1.0\"?><settings/>".getBytes(StandardCharsets.UTF_8),
                        "old.xml", "<!DOCTYPE x SYSTEM \"x.dtd\"><x/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(files.cells(file)).hasSize(3);
        assertThat(files.identify(file).ignored()).hasSize(2);
    }

    @Test
    void masks_the_keys_wherever_it_is_shown() {
        Path file = files.write("x.xml", NEWER);
        StringBuilder csv = new StringBuilder();
        new TableCsv(files.intake()).write(files.only(file), csv);
        assertThat(csv).contains("2020-04-30,*****-EEEEE").doesNotContain("DDDDD");
        assertThat(new Inspector(files.intake())
                        .inspect(List.of(file), ReadOptions.DETECT)
                        .toString())
                .contains("*****-EEEEE")
                .doesNotContain("DDDDD");
        assertThat(files.only(files.write("again.csv", csv.toString())).layout().name())
                .isEqualTo("keys_export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<root><YourKey/></root>", "<Your_Product_Keys></Your_Product_Keys>", "<YourKey />"})
    void reads_an_export_of_no_keys(String text) {
        assertThat(files.rows(files.write("x.xml", text))).isEmpty();
    }

    static Stream<Arguments> refused() {
        String start = "<root><YourKey><Product_Key Name=\"a\"><Key ID=\"1\">";
        return Stream.of(
                refused("nothing", "FIL-010.empty", ""),
                refused("an element of the same name", "FIL-010.other-format", "<root/>"),
                refused("another document", "FIL-010.other-format", "<root><Keys><Key>1</Key></Keys></root>"),
                refused("another document without a declaration", "FIL-010.other-format", "<note>Ada</note>"),
                refused("a page", "FIL-010.web-page", "<?xml version=\"1.0\"?><!DOCTYPE html><html><YourKey/></html>"),
                refused(
                        "a document type",
                        "FIL-010.other-format",
                        "<!DOCTYPE root [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + start + "&x;</Key>"
                                + "</Product_Key></YourKey></root>"),
                refused("an entity nobody declared", "FIL-010.damaged", NEWER.replace(KEY, "&x;")),
                refused("an end too early", "FIL-010.damaged", NEWER.substring(0, NEWER.indexOf("SQL"))),
                refused("elements that overlap", "FIL-010.damaged", start + "</Product_Key></Key></YourKey></root>"),
                refused("a character that no text has", "FIL-010.damaged", NEWER.replace(KEY, "\u0001")),
                refused("a text without end", "FIL-010.cell-too-long", start + "A".repeat(3_000_000)),
                refused(
                        "a text in many pieces",
                        "FIL-010.cell-too-long",
                        start + "A<b/>".repeat(100_000) + "</Key></Product_Key></YourKey></root>"),
                refused(
                        "a name that no cell holds",
                        "FIL-010.cell-too-long",
                        NEWER.replace("Windows 10 Pro", "A".repeat(40_000))),
                refused("nesting without end", "FIL-010.bomb", start + "<a>".repeat(1_000)),
                refused("names without end", "FIL-010.bomb", start + names(5_000)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses_what_is_hostile_or_no_export(String text, String key) {
        files.refusalOf(files.write("KeysExport.xml", text))
                .satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo(key));
    }

    @Test
    void survives_any_single_wrong_byte() {
        byte[] whole = NEWER.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < whole.length; i++) {
            byte[] broken = whole.clone();
            broken[i] ^= 0x15;
            Path file = files.write("x.xml", broken);
            try {
                files.identify(file).tables().forEach(files::rows);
            } catch (UnusableInputException expected) {
                assertThat(expected.finding().rule().code()).startsWith("FIL-0");
                assertThat(expected.getMessage()).doesNotContain("EEEEE");
            }
        }
    }

    private static Arguments refused(String what, String key, String text) {
        return Arguments.of(Named.of(what, text), key);
    }

    private static String names(int count) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append("<n").append(i).append("/>");
        }
        return names.toString();
    }
}
