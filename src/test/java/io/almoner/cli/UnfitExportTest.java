package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.drift.DriftExport;

import static org.assertj.core.api.Assertions.assertThat;

/** An export that breaks off, that has nothing in it or that is another company's changes nothing, whatever it is told. */
class UnfitExportTest {

    private static final DriftExport PARTNERS = new DriftExport(2, 60, 4, 6);

    @TempDir
    Path folder;

    private ReconciledHome home;
    private List<String> before;

    @BeforeEach
    void migrate() throws IOException {
        home = ReconciledHome.embedded(folder.resolve("home")).migrated(PARTNERS.writeExport(folder.resolve("export")));
        PARTNERS.writePortals(folder.resolve("portals"));
        before = home.books();
    }

    @ParameterizedTest
    @ValueSource(strings = {"portals/subscribers.csv", "portals/users.csv"})
    void changes_nothing_by_a_list_without_a_row(String name) throws IOException {
        Path list = folder.resolve(name);
        Files.write(list, Files.readAllLines(list).subList(0, 1));

        assertStopped(list, "--org", DriftExport.firstPartner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portals/subscribers.csv", "portals/users.csv"})
    void changes_nothing_by_a_list_that_breaks_off_in_the_middle(String name) throws IOException {
        Path list = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(list);
        Files.write(list, Arrays.copyOf(bytes, bytes.length / 2));

        assertStopped(list, "--org", DriftExport.firstPartner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portals/subscribers.csv", "portals/users.csv", "portals"})
    void changes_nothing_by_lists_of_another_company(String name) {
        assertStopped(folder.resolve(name), "--org", "DRIFT-00001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmc_assignments", "pmc_individuals"})
    void changes_nothing_by_an_export_one_of_whose_tables_breaks_off(String table) throws IOException {
        Path file = folder.resolve("export").resolve(table + ".csv");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() / 5));

        assertStopped(folder.resolve("export"));
    }

    @Test
    void changes_nothing_by_an_export_whose_assignments_are_empty() throws IOException {
        Path file = folder.resolve("export").resolve("pmc_assignments.csv");
        Files.write(file, Files.readAllLines(file).subList(0, 1));

        assertStopped(folder.resolve("export"));
    }

    @Test
    void changes_nothing_by_a_list_of_keys_without_a_key() throws IOException {
        Path list = folder.resolve("keys.xml");
        Files.writeString(list, "<root><YourKey></YourKey></root>");

        home.reconcile(words(list, "--org", DriftExport.firstPartner()));

        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
    }

    /** What only adds does not empty a ledger, but another company's users do not belong into it either. */
    @ParameterizedTest
    @ValueSource(strings = {"portals/subscribers.csv", "portals/users.csv"})
    void takes_nothing_over_from_another_company_that_only_adds(String name) {
        home.reconcile(folder.resolve(name), "--org", "DRIFT-00001", "--fix", "--as", DriftExport.MOVER)
                .ending(6);

        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
    }

    private void assertStopped(Path source, String... more) {
        Answer answer = home.reconcile(words(source, more));

        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
        answer.ending(6);
    }

    private static Object[] words(Path source, String... more) {
        return Stream.concat(Arrays.stream(FixedDriftTest.words(source, DriftExport.MOVER)), Arrays.stream(more))
                .toArray();
    }
}
