package io.almoner.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A row of an assignment costs the same in one large organisation and in many small ones. */
class AssignmentScaleTest {

    /** What is asked for each person: added, given two seats, one of them taken back and given again. */
    private static final int ROWS_FOR_A_PERSON = 5;

    @TempDir
    private Path folder;

    /** Generous, since a build machine has other things to do: a cost that grows with the square is far beyond. */
    @Test
    void costs_about_the_same_in_one_organisation_and_in_many() throws IOException {
        assertThat(ratio(5_000, 50, 2)).isLessThan(4);
    }

    @Test
    @Tag("full")
    void costs_the_same_for_fifty_thousand_rows_in_one_organisation_and_in_five_hundred() throws IOException {
        assertThat(ratio(50_000, 500, 5)).isBetween(1 / 1.5, 1.5);
    }

    /** What one organisation takes in proportion to many, each at its best: the first rounds warm the machine up. */
    private double ratio(int rows, int organisations, int rounds) throws IOException {
        Duration many = duration(rows, organisations);
        Duration one = duration(rows, 1);
        for (int round = 1; round < rounds; round++) {
            many = shorter(many, duration(rows, organisations));
            one = shorter(one, duration(rows, 1));
        }
        double ratio = (double) one.toMillis() / many.toMillis();
        System.err.printf(
                "%d rows: %d ms in one organisation, %d ms in %d: %.2f%n",
                rows, one.toMillis(), many.toMillis(), organisations, ratio);
        return ratio;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration duration(int rows, int organisations) throws IOException {
        Path own = Files.createTempDirectory(folder, "round");
        Path export = Files.createDirectory(own.resolve("export"));
        int people = rows / ROWS_FOR_A_PERSON / organisations;
        write(export.resolve("pmc_locations.csv"), this::location, organisations, people, """
                OrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,Country,AccountEmail,InvitationStatus
                """);
        write(export.resolve("pmc_individuals.csv"), this::mover, organisations, people, """
                IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,AdminRight,ContactRole
                """);
        write(export.resolve("user_roles.csv"), this::role, organisations, people, "OrgId,Email,Role,Scope\n");
        write(export.resolve("pmc_benefits.csv"), this::benefits, organisations, people, """
                LocationMpnId,OfferType,OrderNumber,PurchaseDate,AnniversaryDate,BenefitName,Category,BenefitType,Quantity,Unit
                """);
        Path sheet = own.resolve("bulk.csv");
        write(sheet, this::wishes, organisations, people, """
                Action,MpnId,BenefitName,Name,SignInEmail,SubscriptionLevel,Reference
                """);
        Program program = Program.at(own.resolve("home"));
        program.migrate(export).ending(0);
        long begun = System.nanoTime();
        Answer answer = program.run("assign", sheet, "--as", Program.MOVER, "--on", Program.DAY, "--json");
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answer.ending(0).rows().applied()).isEqualTo(rows);
        return duration;
    }

    @FunctionalInterface
    private interface Rows {
        String of(int organisation, int people);
    }

    private static void write(Path file, Rows rows, int organisations, int people, String header) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header);
            for (int organisation = 0; organisation < organisations; organisation++) {
                out.write(rows.of(organisation, people));
            }
        }
    }

    private static int mpnId(int organisation) {
        return 4_100_000 + organisation;
    }

    private String location(int organisation, int people) {
        return "ORG-%d,Partner %d,%d,,Yes,Headquarters,DE,account@contoso.example,Invited%n"
                .formatted(organisation, organisation, mpnId(organisation));
    }

    private String mover(int organisation, int people) {
        return "P,Ada,Mover,%s,No,%d,Global,Primary Program Contact%n".formatted(Program.MOVER, mpnId(organisation));
    }

    private String role(int organisation, int people) {
        return "ORG-%d,%s,Global admin,Company%n".formatted(organisation, Program.MOVER);
    }

    private String benefits(int organisation, int people) {
        return """
                %1$d,Learning action pack,A-1,2020-03-01,2021-03-01,Visual Studio Professional,Visual Studio,Core,%2$d,Seat
                %1$d,Learning action pack,A-1,2020-03-01,2021-03-01,Office 365 E3,Cloud,Core,%2$d,Seat
                """.formatted(mpnId(organisation), people);
    }

    private String wishes(int organisation, int people) {
        StringBuilder rows = new StringBuilder();
        for (int person = 0; person < people; person++) {
            rows.append("""
                    Add user,%1$d,,Person %2$d,p%2$d@contoso.example,,
                    Assign,%1$d,Office 365 E3,,p%2$d@contoso.example,,
                    Assign,%1$d,,,p%2$d@contoso.example,Visual Studio Professional,
                    Remove,%1$d,Visual Studio Professional,,p%2$d@contoso.example,,
                    Assign,%1$d,Visual Studio Professional,,p%2$d@contoso.example,,R-%2$d
                    """.formatted(mpnId(organisation), person));
        }
        return rows.toString();
    }
}
