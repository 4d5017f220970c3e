package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.drift.DriftExport;
import io.almoner.drift.Planted;
import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerPlace;

import static org.assertj.core.api.Assertions.assertThat;

/** Of known drift every difference is found, and none is invented. */
class PlantedDriftTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void finds_nothing_where_nothing_differs(Supplier<LedgerPlace> fresh) throws IOException {
        DriftExport partners = DriftExport.ofRows(500, 1);
        ReconciledHome home = ReconciledHome.of(fresh.get()).migrated(partners.writeExport(folder.resolve("export")));
        partners.writeDriftedExport(folder.resolve("noise"), 0);

        home.reconcile(folder.resolve("export")).ending(0);
        assertThat(home.found()).isEmpty();
        home.reconcile(folder.resolve("noise")).ending(0);
        assertThat(home.found()).isEmpty();
        home.reconcile(partners.writePortals(folder.resolve("portals")), "--org", DriftExport.firstPartner())
                .ending(0);
        assertThat(home.found()).isEmpty();
        home.reconcile().ending(0);
        assertThat(home.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void finds_in_an_export_of_many_partners_what_was_planted(long seed) throws IOException {
        findsInAnExport(ReconciledHome.embedded(folder.resolve("home")), DriftExport.ofRows(1_000, seed), 80);
    }

    @Test
    void finds_the_same_on_postgresql() throws IOException {
        findsInAnExport(ReconciledHome.of(Databases.postgresql()), DriftExport.ofRows(1_000, 4), 80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void finds_in_the_lists_of_the_portals_what_was_planted(long seed) throws IOException {
        DriftExport partners = new DriftExport(1, 300, 1, seed);
        ReconciledHome home = ReconciledHome.embedded(folder.resolve("home"))
                .migrated(partners.writeExport(folder.resolve("export")));
        Path lists = folder.resolve("portals");
        List<Planted> planted = partners.writeDriftedPortals(lists, 40);

        home.reconcile(lists, "--org", DriftExport.firstPartner()).ending(3);

        assertSame(home, planted);
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void tells_the_same_again_without_comparing_when_neither_side_has_changed(Supplier<LedgerPlace> fresh)
            throws IOException {
        DriftExport partners = DriftExport.ofRows(500, 7);
        ReconciledHome home = ReconciledHome.of(fresh.get()).migrated(partners.writeExport(folder.resolve("export")));
        Path drifted = folder.resolve("drifted");
        partners.writeDriftedExport(drifted, 80);

        Answer first = home.reconcile(drifted).ending(3);
        List<String> found = home.found();
        Answer again = home.reconcile(drifted).ending(3);

        assertThat(home.query("select run_id, reused_run from reconciliation")).containsExactly("2|null", "3|2");
        assertThat(home.found()).isEqualTo(found);
        assertThat(again.json().get("findings")).isEqualTo(first.json().get("findings"));
        assertThat(again.rows()).isEqualTo(first.rows());
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(ints = {10_000, 100_000, 1_000_000})
    void finds_what_was_planted_in_exports_of_any_size(int rows) throws IOException {
        findsInAnExport(ReconciledHome.embedded(folder.resolve("home")), DriftExport.ofRows(rows, rows), 5);
    }

    private void findsInAnExport(ReconciledHome home, DriftExport partners, int perMille) throws IOException {
        home.migrated(partners.writeExport(folder.resolve("export")));
        Path drifted = folder.resolve("drifted");
        List<Planted> planted = partners.writeDriftedExport(drifted, perMille);

        home.reconcile(drifted).ending(3);

        assertSame(home, planted);
    }

    private static void assertSame(ReconciledHome home, List<Planted> planted) {
        List<String> found = home.found();
        List<String> wanted = ReconciledHome.texts(planted);
        assertThat(wanted).hasSizeGreaterThan(30);
        assertThat(beyond(wanted, found)).as("planted and not found").isEmpty();
        assertThat(beyond(found, wanted)).as("found and not planted").isEmpty();
    }

    /** What stands oftener in one list than in the other. */
    static List<String> beyond(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>();
        Map<String, Integer> counted = new HashMap<>();
        others.forEach(one -> counted.merge(one, 1, Integer::sum));
        some.stream().filter(one -> counted.merge(one, -1, Integer::sum) < 0).forEach(left::add);
        return left;
    }
}
