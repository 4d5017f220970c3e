package io.almoner.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.almoner.book.Identity;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.MigrationState;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Platform;
import io.almoner.book.SealedKey;
import io.almoner.book.User;
import io.almoner.intake.Layout;
import io.almoner.intake.Layouts;
import io.almoner.returns.StagedFile.Access;
import io.almoner.sample.SmallMigration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportTest {

    private static final List<String> LAYOUTS = List.of(
            "pmc_locations",
            "pmc_individuals",
            "user_roles",
            "pmc_benefits",
            "pmc_keys",
            "pmc_assignments",
            "pmc_marketing_contacts");

    private final Layouts layouts = Layouts.load();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void is_imported_into_an_empty_ledger_and_exported_again_to_the_byte(Export.Format format) throws IOException {
        SmallMigration sample = new SmallMigration(Path.of("sample-data", "pmc-export"));
        export(sample.books(), format, folder.resolve("first"));

        SmallMigration again = new SmallMigration(folder.resolve("first"));
        export(again.books(), Export.Format.CSV, folder.resolve("second"));
        export(sample.books(), Export.Format.CSV, folder.resolve("expected"));

        assertThat(again.told()).noneMatch(told -> told.finding().refuses());
        for (String layout : LAYOUTS) {
            assertThat(folder.resolve("second").resolve(layout + ".csv"))
                    .hasSameBinaryContentAs(folder.resolve("expected").resolve(layout + ".csv"));
        }
    }

    @Test
    void writes_words_dates_and_the_state_after_the_move() throws IOException {
        SmallMigration sample = new SmallMigration(Path.of("sample-data", "pmc-export"));
        export(sample.books(), Export.Format.CSV, folder);

        assertThat(lines("pmc_locations"))
                .startsWith(
                        "\uFEFFOrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,Country,AccountEmail,"
                                + "InvitationStatus,InvitationDate",
                        "C-1001,Contoso GmbH,4387201,,Yes,\"Contoso GmbH, Berlin\",DE,admin@contoso.example,Migrated,"
                                + "2020-03-02");
        assertThat(lines("pmc_individuals")).anyMatch(line -> line.contains(",Global,Primary Program Contact,"));
        assertThat(lines("pmc_benefits")).anyMatch(line -> line.contains(",Visual Studio,Core,10,Seat,"));
    }

    @Test
    void masks_keys_unless_told_otherwise_and_keeps_clear_ones_private() throws IOException {
        List<OrgBook> books = new SmallMigration(Path.of("sample-data", "pmc-export")).books();
        Path masked = folder.resolve("masked.csv");
        Path clear = folder.resolve("clear.csv");

        new Export(layout("pmc_keys"), key -> key.masked() + "#7")
                .write(books.iterator(), Export.Format.CSV, masked, Access.SHARED);
        new Export(layout("pmc_keys"), SmallMigration::clear)
                .write(books.iterator(), Export.Format.CSV, clear, Access.PRIVATE);

        assertThat(Files.readString(masked)).doesNotContain("FAKE0").contains("*****-");
        assertThat(Files.readString(clear)).contains("FAKE0-00000-DEMO0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(clear)))
                .isEqualTo("rw-------");
    }

    @Test
    void names_people_without_a_location_at_the_headquarters() throws IOException {
        OrgBook book = organisation("A");
        book.put(new User(3, "new@a.example", null, "", "", "new@a.example", Identity.WORK, false, null));

        export(List.of(book), Export.Format.CSV, folder);

        assertThat(lines("pmc_individuals"))
                .containsExactly(
                        "\uFEFFIndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,AdminRight,ContactRole,"
                                + "TechnicalId,AssociatedDate,Status",
                        "new@a.example,,,new@a.example,No,12345,None,,,,Disabled");
    }

    @Test
    void refuses_organisations_out_of_order_and_leaves_no_file() {
        List<OrgBook> books = List.of(organisation("B"), organisation("A"));
        Export export = new Export(layout("pmc_locations"), SealedKey::masked);

        assertThatThrownBy(
                        () -> export.write(books.iterator(), Export.Format.CSV, folder.resolve("x.csv"), Access.SHARED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static OrgBook organisation(String code) {
        OrgBook book = new OrgBook(code);
        book.put(new Organisation(
                1, code, "Name", Platform.PARTNER_CENTER, MigrationState.MIGRATED, null, "boss@a.example", null));
        book.put(new Location(2, "12345", LocationKind.HEADQUARTERS, null, "Place", "DE"));
        return book;
    }

    private void export(List<OrgBook> books, Export.Format format, Path target) throws IOException {
        for (String name : LAYOUTS) {
            String extension = format == Export.Format.CSV ? ".csv" : ".xlsx";
            new Export(layout(name), SmallMigration::clear)
                    .write(books.iterator(), format, target.resolve(name + extension), Access.SHARED);
        }
    }

    private Layout layout(String name) {
        return layouts.named(name).orElseThrow();
    }

    private List<String> lines(String layout) throws IOException {
        return Files.readAllLines(folder.resolve(layout + ".csv"));
    }
}
