package io.almoner.returns;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RejectsWriterTest {

    private static final List<Finding> NO_BENEFIT =
            List.of(Finding.of(Rule.BEN_001, "BenefitName", "Windows 11").variant("benefit"));
    private static final List<Finding> EMPTY = List.of(Finding.of(Rule.FIL_003, "BenefitName", ""));
    private static final String ADDED = "Almoner Status,Almoner Code,Almoner Reason,Almoner Hint,Almoner Row";

    private final Messages english = new Messages(Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void gives_back_only_refused_rows_with_the_reason_and_what_to_do() throws IOException {
        TestTable table = TestTable.ofKeys()
                .row("4387201", "Windows 10", "AAAAA-BBBBB-CCCCC-DDDDD-11111")
                .refused(NO_BENEFIT, "4387201", "Windows 11", "AAAAA-BBBBB-CCCCC-DDDDD-22222");

        assertThat(lines(table))
                .containsExactly(
                        "LocationMpnId,BenefitName,ProductKey," + ADDED,
                        "4387201,Windows 11,*****-22222#7,rejected,BEN-001,\"B \"\"BenefitName\"\", \"\"Windows 11\"\": No"
                                + " benefit of this name is known for this MPN ID and order.\",\"Write the name exactly as"
                                + " in pmc_benefits, and check whether its row there was refused.\",3");
    }

    @Test
    void keeps_encoding_delimiter_and_order_of_columns() throws IOException {
        Charset chinese = Charset.forName("GB18030");
        TestTable table = new TestTable("ProductKey", "备注", "BenefitName", "LocationMpnId")
                .encoded(chinese, ';')
                .refused(EMPTY, "", "中文; 注释", "", "00123");

        RejectsFile file = write(table).get(0);

        assertThat(Files.readAllLines(file.path(), chinese).get(1))
                .startsWith("\"\";\"中文; 注释\";;00123;rejected;FIL-003;");
        assertThat(file.encoding()).isEqualTo(chinese);
        assertThat(file.reencoded()).isFalse();
    }

    @Test
    void keeps_the_byte_order_mark_of_the_source() throws IOException {
        Path source = Files.writeString(folder.resolve("marked.csv"), "\uFEFFLocationMpnId\r\n");
        TestTable table = TestTable.ofKeys().at(source).refused(EMPTY, "1", "", "");

        assertThat(Files.readString(write(table).get(0).path())).startsWith("\uFEFFLocationMpnId,");
    }

    @Test
    void writes_utf_8_and_says_so_when_the_encoding_lacks_a_character() throws IOException {
        TestTable table = TestTable.ofKeys()
                .encoded(StandardCharsets.ISO_8859_1, ',')
                .refused(List.of(Finding.of(Rule.USR_001, "BenefitName", "李芳", "李芳")), "1", "x", "");

        RejectsFile file = write(table).get(0);

        assertThat(file.reencoded()).isTrue();
        assertThat(file.encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Files.readString(file.path())).startsWith("\uFEFF").contains("李芳 is not in the user list");
    }

    @Test
    void gives_cells_beyond_the_header_back_in_a_column_of_their_own() throws IOException {
        TestTable table = TestTable.ofKeys()
                .refused(EMPTY, "1", "", "", "one, two", "three")
                .refused(EMPTY, "2", "", "");

        List<String> lines = lines(table);

        assertThat(lines.get(0)).endsWith(",Almoner Row,Almoner Extra");
        assertThat(lines.get(1)).endsWith(",2,\"\"\"one, two\"\",three\"");
        assertThat(lines.get(2)).endsWith(",3,");
    }

    @Test
    void replaces_the_added_columns_of_a_corrected_rejects_file() throws IOException {
        Path source = folder.resolve("pmc_keys.rejects.csv");
        TestTable table = new TestTable(
                        "LocationMpnId",
                        "BenefitName",
                        "ProductKey",
                        "Almoner Status",
                        "Almoner Code",
                        "Almoner Reason",
                        "Almoner Hint",
                        "Almoner Row",
                        "Almoner Extra")
                .at(source)
                .refused(EMPTY, "1", "", "", "rejected", "USR-001", "old", "old", "77", "left over", "new");

        List<RejectsFile> files = write(table);

        assertThat(files.get(0).path()).hasFileName("pmc_keys.rejects-2.csv");
        assertThat(Files.readAllLines(files.get(0).path()))
                .first()
                .isEqualTo("LocationMpnId,BenefitName,ProductKey," + ADDED + ",Almoner Extra");
        assertThat(Files.readAllLines(files.get(0).path()).get(1))
                .startsWith("1,,,rejected,FIL-003,")
                .endsWith(",2,\"left over,new\"");
    }

    @Test
    void masks_keys_that_a_missing_quotation_mark_moved_into_another_column() throws IOException {
        TestTable table = TestTable.ofKeys()
                .refused(EMPTY, "1", "key AAAAA-BBBBB-CCCCC-DDDDD-33333 here", "", "AAAAA-BBBBB-CCCCC-DDDDD-44444");

        assertThat(Files.readString(write(table).get(0).path()))
                .doesNotContain("DDDDD")
                .contains("key *****-33333#7 here")
                .contains("*****-44444#7");
    }

    @Test
    void lets_no_cell_start_a_formula() throws IOException {
        TestTable table = TestTable.ofKeys().refused(EMPTY, "=1+1", "+49 30 1", "");

        assertThat(lines(table).get(1)).startsWith("'=1+1,+49 30 1,,");
    }

    @Test
    void names_all_codes_and_reasons_that_refuse_and_none_that_only_warn() throws IOException {
        TestTable table = TestTable.ofKeys()
                .refused(
                        List.of(
                                Finding.of(Rule.FIL_002, "LocationMpnId", " 1"),
                                Finding.of(Rule.MPN_001, "LocationMpnId", "1"),
                                Finding.of(Rule.FIL_003, "BenefitName", "")),
                        " 1",
                        "",
                        "");

        assertThat(lines(table).get(1))
                .startsWith("\" 1\",,,rejected,MPN-001 FIL-003,")
                .contains(" | B \"\"BenefitName\"\": The cell is empty");
    }

    @Test
    void leaves_no_file_and_no_part_where_nothing_was_refused_or_the_source_changed() throws IOException {
        assertThat(write(TestTable.ofKeys().row("1", "x", ""))).isEmpty();

        BitSet missing = new BitSet();
        missing.set(99);
        TestTable table = TestTable.ofKeys().row("1", "x", "");
        Refused gone = new Refused(table.table(), missing, row -> EMPTY);
        RejectsWriter writer = TestTable.writer(english, table);

        assertThatThrownBy(() -> writer.write(List.of(gone), folder.resolve("out")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has changed");
        assertThat(folder.resolve("out"))
                .satisfiesAnyOf(
                        out -> assertThat(out).doesNotExist(),
                        out -> assertThat(out).isEmptyDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..", "..\\evil.csv", "a\u0000b.csv", ".csv", ""})
    void names_the_rejects_of_a_hostile_entry_inside_the_folder(String name) throws IOException {
        TestTable table = TestTable.ofKeys().named(name).refused(EMPTY, "1", "", "");

        assertThat(write(table).get(0).path()).hasParent(folder.resolve("out")).exists();
    }

    private List<String> lines(TestTable table) throws IOException {
        return Files.readAllLines(write(table).get(0).path());
    }

    private List<RejectsFile> write(TestTable table) throws IOException {
        Path source = folder.resolve(table.table().path());
        if (!Files.exists(source)) {
            table.at(Files.createFile(source));
        }
        Path out = table.table().name().contains(".rejects") ? folder : folder.resolve("out");
        return TestTable.writer(english, table).write(List.of(table.refused()), out);
    }
}
