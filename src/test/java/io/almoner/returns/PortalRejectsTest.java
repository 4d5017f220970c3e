package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/** Refused rows of portals' files that are no plain tables. */
class PortalRejectsTest {

    private final Intake intake = new Intake(Layouts.load());
    private final List<String> masked = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void a_password_comes_back_hidden_and_is_kept_nowhere() throws IOException {
        Path source = Files.writeString(folder.resolve("create.csv"), """
                version:v1.0
                Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required
                Example: Chris,chris@contoso.example,AAAAA-BBBBB-CCCCC-DDDDD-EEEEE
                Ada,ada@contoso.example,correct-horse-battery-staple
                """);
        String rejects = rejects(source, 4);
        assertThat(rejects.lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("Ada,ada@contoso.example,*****,rejected");
        assertThat(rejects).doesNotContain("staple");
        assertThat(masked).isEmpty();
    }

    @Test
    void keys_of_a_document_come_back_as_a_table_that_is_known_again() throws IOException {
        Path source = Files.writeString(folder.resolve("KeysExport.xml"), """
                <root><YourKey><Product_Key Name="Windows 专业版" KeyRetrievalNote="">
                <Key ID="1" Type="MAK" ClaimedDate="4/30/2020">AAAAA-BBBBB-CCCCC-DDDDD-EEEEE</Key>
                <Key ID="2" Type="MAK" ClaimedDate="4/31/2020">FFFFF-GGGGG-HHHHH-JJJJJ-KKKKK</Key>
                </Product_Key></YourKey></root>
                """);
        String rejects = rejects(source, 3);
        assertThat(rejects.lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("Windows 专业版,,2,MAK,4/31/2020,*****-KKKKK#1,rejected,FIL-003,\"E")
                .endsWith(",3");
        assertThat(table(folder.resolve("out/KeysExport.rejects.csv")).layout().name())
                .isEqualTo("keys_export");
    }

    private String rejects(Path source, int row) throws IOException {
        BitSet rows = new BitSet();
        rows.set(row);
        Finding finding = Finding.of(Rule.FIL_003, "ClaimedDate", null);
        List<RejectsFile> files = new RejectsWriter(intake::open, new Messages(Locale.ENGLISH), this::reference)
                .write(
                        List.of(new Refused(table(source), rows, number -> List.of(finding))),
                        Files.createDirectories(folder.resolve("out")));
        assertThat(files).hasSize(1);
        return Files.readString(files.get(0).path());
    }

    private String reference(String clear) {
        masked.add(clear);
        return "*****-" + clear.substring(clear.length() - 5) + "#" + masked.size();
    }

    private SourceTable table(Path file) {
        return intake.identify(List.of(file), ReadOptions.DETECT).tables().get(0);
    }
}
