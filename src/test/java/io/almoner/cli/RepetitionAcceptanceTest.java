package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.SAMPLE;
import static io.almoner.cli.Program.SAMPLE_WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

/** The same input twice changes nothing. */
class RepetitionAcceptanceTest {

    @TempDir
    Path folder;

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    @Test
    void leaves_every_applied_row_as_it_is_and_judges_the_refused_ones_anew() {
        Answer first = program().migrate(SAMPLE).ending(3);
        var before = program().content();

        Answer second = program().migrate(SAMPLE).ending(3);

        assertThat(first.rows()).isEqualTo(new Answer.Rows(224, 189, 2, 32, 1));
        assertThat(second.rows()).isEqualTo(new Answer.Rows(224, 0, 191, 32, 1));
        assertThat(second.json().get("changes").isEmpty()).isTrue();
        assertThat(program().content().get("audit_change")).isEqualTo(before.get("audit_change"));
        assertThat(program().content().get("seat")).isEqualTo(before.get("seat"));
    }

    @Test
    void says_unchanged_of_the_same_content_in_other_bytes() {
        program().migrate(SAMPLE);
        var before = program().content().get("audit_change");

        Answer workbook = program().migrate(SAMPLE_WORKBOOK).ending(3);

        assertThat(workbook.rows()).isEqualTo(new Answer.Rows(224, 0, 191, 32, 1));
        assertThat(program().content().get("audit_change")).isEqualTo(before);
    }

    @Test
    void gives_back_the_same_rejects() throws IOException {
        Answer first = program().migrate(SAMPLE);
        Answer second = program().migrate(SAMPLE);

        assertThat(second.files("rejects")).hasSameSizeAs(first.files("rejects"));
        for (Path file : first.files("rejects")) {
            Path again = second.file(file.getFileName().toString());
            assertThat(Files.readString(again)).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void does_not_take_a_corrected_order_of_rows_for_something_new() throws IOException {
        program().migrate(SAMPLE);
        Path turned = folder.resolve("pmc_assignments.csv");
        var lines = Files.readAllLines(SAMPLE.resolve("pmc_assignments.csv"));
        var data = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(data);
        data.add(0, lines.get(0));
        Files.write(turned, data);

        assertThat(program().migrate(turned).rows().applied()).isZero();
    }

    @Test
    void takes_the_same_users_for_another_organisation_as_other_wishes() throws IOException {
        program().migrate(SAMPLE);
        program().run("migrate", another(), "--as", "boss@fabrikam.example", "--on", Program.DAY);
        Path users = Files.writeString(folder.resolve("users.csv"), """
                version:v1.0
                Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required
                Zoe,zoe@fabrikam.example,correct-horse-battery
                """);

        Answer wrong = assign(users, Program.MOVER, "C-1001");
        Answer right = assign(users, "boss@fabrikam.example", "F-2001");

        assertThat(wrong.rows()).isEqualTo(new Answer.Rows(1, 1, 0, 0, 0));
        assertThat(right.rows()).isEqualTo(new Answer.Rows(1, 1, 0, 0, 0));
        assertThat(assign(users, "boss@fabrikam.example", "F-2001").rows()).isEqualTo(new Answer.Rows(1, 0, 1, 0, 0));
    }

    private Answer assign(Path file, String actor, String organisation) {
        return program()
                .run("assign", file, "--as", actor, "--org", organisation, "--on", Program.DAY, "--json")
                .ending(0);
    }

    private Path another() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("fabrikam"));
        Files.writeString(tables.resolve("locations.csv"), """
                OrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,Country,AccountEmail,InvitationStatus
                F-2001,Fabrikam,5387301,,Yes,Fabrikam HQ,FR,accounts@fabrikam.example,Invited
                """);
        Files.writeString(tables.resolve("individuals.csv"), """
                IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,AdminRight,ContactRole,TechnicalId,AssociatedDate,Status
                900001,Max,Boss,boss@fabrikam.example,No,5387301,Global,Primary Program Contact,,2018-01-01,Active
                """);
        Files.writeString(tables.resolve("roles.csv"), """
                OrgId,Email,Role,Scope
                F-2001,boss@fabrikam.example,Global admin,Company
                """);
        return tables;
    }
}
