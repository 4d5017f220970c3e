package io.almoner.intake;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InspectorTest {

    private static final String KEYS = """
            BenefitName;MPN ID;Clé de produit;Notes
            Windows;4711001;AAAAA-BBBBB-CCCCC-DDDDD-EEEEE;was aaaaa-bbbbb-ccccc-ddddd-fffff
            Office;4711001;SHORT;=1+1
            Azure;4711001;*****-ABCDE#ref;

            """;

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @Test
    void shows_how_a_file_is_understood_without_its_secrets() {
        Inspection.Table table = new Inspector(files.intake())
                .inspect(List.of(files.write("keys.csv", KEYS)), ReadOptions.DETECT)
                .tables()
                .get(0);
        assertThat(table.layout()).isEqualTo("pmc_keys");
        assertThat(table.delimiter()).isEqualTo(';');
        assertThat(table.columns())
                .contains(
                        new Inspection.Column("MPN ID", 1, "LocationMpnId"),
                        new Inspection.Column("Notes", 3, null),
                        new Inspection.Column(null, -1, "OrderNumber"));
        assertThat(table.columns().get(1).letters()).contains("B");
        assertThat(table.problems()).hasSize(1);
        assertThat(table.firstRows().get(0).cells())
                .containsExactly("Windows", "4711001", "*****-EEEEE", "was *****-fffff");
    }

    @Test
    void writes_a_table_as_it_was_read() {
        SourceTable table = files.only(files.write("keys.csv", KEYS));
        StringBuilder out = new StringBuilder();
        new TableCsv(files.intake()).write(table, out);
        assertThat(out.toString()).isEqualToIgnoringNewLines("""
                BenefitName,MPN ID,Clé de produit,Notes
                Windows,4711001,*****-EEEEE,was *****-fffff
                Office,4711001,*****,'=1+1
                Azure,4711001,*****-ABCDE#ref,
                """).contains("\r\n");
    }

    @Test
    void counts_the_rows_that_will_be_given() {
        SourceTable table = files.only(files.write("keys.csv", KEYS));
        assertThat(files.intake().count(table)).isEqualTo(3);
    }
}
