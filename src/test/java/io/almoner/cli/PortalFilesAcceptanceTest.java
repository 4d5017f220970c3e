package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code inspect} with the portals' own files. */
class PortalFilesAcceptanceTest {

    private static final String KEYS = """
            <root><YourKey><Product_Key Name="Windows 10 Pro" KeyRetrievalNote="">
            <Key ID="1" Type="MAK" ClaimedDate="4/30/2020">AAAAA-BBBBB-CCCCC-DDDDD-EEEEE</Key>
            <Key ID="2" Type="MAK" ClaimedDate="1/1/0001">&lt;p&gt;Sorry&lt;/p&gt;</Key>
            </Product_Key></YourKey></root>
            """;
    private static final String USERS = """
            version:v1.0
            Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required
            Ada,ada@contoso.example,correct-horse-battery-staple
            """;

    @TempDir
    Path folder;

    @Test
    void shows_a_document_of_keys_without_the_keys() throws IOException {
        Path file = Files.writeString(folder.resolve("KeysExport.xml"), KEYS);
        Answer shown = Program.say("inspect", file.toString());
        shown.ending(0);
        assertThat(shown.output())
                .contains("keys_export", "XML", "= ProductKey")
                .doesNotContain("DDDDD");
        assertThat(Program.say("inspect", file.toString(), "--json").output())
                .contains("\"layout\":\"keys_export\"", "\"rows\":2");
        assertThat(Program.say("inspect", file.toString(), "--to", "csv").output())
                .isEqualToIgnoringNewLines("""
                BenefitName,KeyRetrievalNote,KeyId,KeyType,ClaimedDate,ProductKey
                Windows 10 Pro,,1,MAK,2020-04-30,*****-EEEEE
                Windows 10 Pro,,2,MAK,,
                """);
    }

    @Test
    void shows_users_to_be_created_without_their_passwords() throws IOException {
        Path file = Files.writeString(folder.resolve("create.csv"), USERS);
        Answer shown = Program.say("inspect", file.toString());
        assertThat(shown.output())
                .contains("aad_bulk_create", "row 2", "    3 Ada", "*****")
                .doesNotContain("staple");
        assertThat(Program.say("inspect", file.toString(), "--to", "csv").output())
                .contains("Ada,ada@contoso.example,*****\r\n");
    }

    @Test
    void leaves_them_to_the_commands_that_read_them() throws IOException {
        Path file = Files.writeString(folder.resolve("KeysExport.xml"), KEYS);
        Answer answer = Program.at(folder.resolve("home")).migrate(file);
        answer.ending(4);
        assertThat(answer.errors()).contains("keys_export");
    }
}
