package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;

class FindingsFileTest {

    @TempDir
    Path folder;

    @Test
    void tells_errors_warnings_and_information_with_the_column_as_its_user_sees_it() throws IOException {
        Path target = folder.resolve("findings.csv");
        TestTable keys = TestTable.ofKeys().at(Path.of("pmc.xlsx")).sheet("pmc_keys");
        try (FindingsFile file = FindingsFile.open(target, new Messages(Locale.ENGLISH))) {
            file.add(keys.table(), 7, Finding.of(Rule.FIL_003, "BenefitName", ""));
            file.add(keys.table(), 8, Finding.of(Rule.FIL_002, "LocationMpnId", "=1 "));
            file.add(Finding.of(Rule.MIG_010, null, null, "Paul Zimmer"));

            assertThat(target).doesNotExist();
            assertThat(file.commit()).isEqualTo(target);
        }

        assertThat(Files.readAllLines(target))
                .containsExactly(
                        "\uFEFFseverity,code,file,row,column,value,reason,hint",
                        "E,FIL-003,pmc.xlsx [pmc_keys],7,\"B \"\"BenefitName\"\"\",,\"The cell is empty, but a value is"
                                + " required.\",Fill in the cell.",
                        "I,FIL-002,pmc.xlsx [pmc_keys],8,\"A \"\"LocationMpnId\"\"\",\"'=1 \",There were spaces at the ends"
                                + " of the cell; they were ignored.,Nothing needs to be done. Some portals refuse such"
                                + " cells.",
                        "W,MIG-010,,,,,Paul Zimmer has a Technical ID but no seat. It still counts against the maximum.,"
                                + "Remove the Technical ID if the person no longer needs it.");
    }

    @Test
    void masks_a_key_that_came_in_as_a_value() throws IOException {
        Path target = folder.resolve("findings.csv");
        String key = "AAAAA-BBBBB-CCCCC-DDDDD-22222";
        try (FindingsFile file = FindingsFile.open(target, new Messages(Locale.ENGLISH))) {
            file.add(TestTable.ofKeys().table(), 2, Finding.of(Rule.USR_001, "BenefitName", key, key));
            file.commit();
        }

        assertThat(Files.readString(target)).doesNotContain("CCCCC").contains("*****-22222");
    }

    @Test
    void leaves_nothing_behind_without_a_commit() throws IOException {
        FindingsFile.open(folder.resolve("findings.csv"), new Messages(Locale.ENGLISH))
                .close();

        assertThat(folder).isEmptyDirectory();
    }
}
