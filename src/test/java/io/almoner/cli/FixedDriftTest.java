package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.drift.DriftExport;
import io.almoner.drift.Planted;
import io.almoner.ledger.LedgerPlace;
import io.almoner.reconcile.Situation;

import static org.assertj.core.api.Assertions.assertThat;

/** What differs is put right: once, under a name, and so that it can be taken back. */
class FixedDriftTest {

    private static final DriftExport PARTNERS = DriftExport.ofRows(500, 5);
    private static final int PER_MILLE = 120;

    @TempDir
    Path folder;

    /** What is gone there keeps its place in other lists of these exports, and so it is told anew; nothing else is. */
    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void finds_nothing_afterwards_that_could_have_been_put_right(Supplier<LedgerPlace> fresh) throws IOException {
        ReconciledHome home = migrated(fresh);
        List<Planted> planted = PARTNERS.writeDriftedExport(drifted(), PER_MILLE);
        Set<String> gone = planted.stream()
                .filter(one -> one.code().startsWith("REC-006"))
                .map(Planted::person)
                .collect(Collectors.toSet());

        Answer first = fix(home, drifted()).ending(3);
        assertThat(home.query(LAST + " and standing = 'REFUSED'")).isEmpty();
        assertThat(home.query(LAST + " and change_kind is not null and standing <> 'FIXED'"))
                .isEmpty();
        assertThat(first.rows().applied()).isPositive();

        home.reconcile(drifted()).ending(3);
        assertThat(home.query(LAST + " and change_kind is not null"))
                .allMatch(row -> gone.contains(row.split("\\|")[3]));
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void is_taken_back_to_what_it_was(Supplier<LedgerPlace> fresh) throws IOException {
        ReconciledHome home = migrated(fresh);
        PARTNERS.writeDriftedExport(drifted(), PER_MILLE);
        List<String> before = home.books();

        String run = fix(home, drifted()).ending(3).json().get("run").asString();
        assertThat(home.books()).isNotEqualTo(before);
        home.program()
                .run("runs", "undo", run, "--as", DriftExport.MOVER, "--json")
                .ending(0);

        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
    }

    @Test
    void is_planned_as_it_is_done_then() throws IOException {
        ReconciledHome home = migrated();
        PARTNERS.writeDriftedExport(drifted(), PER_MILLE);
        List<String> before = home.books();

        Answer planned = fix(home, drifted(), "--dry-run").ending(3);
        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
        assertThat(home.query("select count(*) from audit_change where run_id > 1"))
                .containsExactly("0");
        Answer done = fix(home, drifted()).ending(3);

        assertThat(planned.json().get("changes")).isEqualTo(done.json().get("changes"));
        assertThat(planned.json().get("findings")).isEqualTo(done.json().get("findings"));
        assertThat(planned.rows()).isEqualTo(done.rows());
    }

    @Test
    void names_in_the_audit_trail_the_file_and_the_row_that_said_so() throws IOException {
        ReconciledHome home = migrated();
        PARTNERS.writeDriftedExport(drifted(), PER_MILLE);

        fix(home, drifted()).ending(3);

        List<String> trail = home.query("""
                select s.name, a.row_no, a.entity_id from audit_change a join source s on s.id = a.source_id
                where a.run_id = (select max(run_id) from reconciliation)
                """);
        List<String> told = home.query("""
                select s.name, d.row_no, d.entity_id from drift d join source s on s.id = d.source_id
                where d.run_id = (select max(run_id) from reconciliation) and standing = 'FIXED' and before_json is not null
                """);
        assertThat(trail).containsAll(told).anyMatch(row -> row.startsWith("pmc_assignments.csv|"));
    }

    @Test
    void is_left_alone_without_a_role() throws IOException {
        ReconciledHome home = migrated();
        PARTNERS.writeDriftedExport(drifted(), PER_MILLE);
        List<String> before = home.books();

        Answer answer = home.reconcile(words(drifted(), "nobody@contoso.example"));

        assertThat(answer.ending(5).rows().applied()).isZero();
        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
    }

    @Test
    void is_told_and_not_put_right_where_somebody_protects_it() throws IOException {
        ReconciledHome home = migrated();
        PARTNERS.writeDriftedExport(drifted(), PER_MILLE);
        List<String> before = home.books();

        fix(
                        home,
                        drifted(),
                        "--protect",
                        "org:" + DriftExport.firstPartner() + " until 2020-03-22 because it is being sold",
                        "--protect",
                        "org:DRIFT-00001 because it is audited")
                .ending(0);

        assertThat(home.found()).isNotEmpty();
        assertThat(home.query(LAST + " and treatment <> 'PROTECTED'")).isEmpty();
        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
    }

    @Test
    void is_no_reason_to_look_when_it_is_ignored() throws IOException {
        ReconciledHome home = migrated();
        PARTNERS.writeDriftedExport(drifted(), PER_MILLE);
        List<String> before = home.books();
        List<Object> words = new ArrayList<>(List.of(drifted()));
        Arrays.stream(Situation.values()).forEach(one -> words.addAll(List.of("--treat", one.word() + "=ignore")));

        home.reconcile(words.toArray()).ending(0);

        assertThat(home.found()).isNotEmpty();
        assertThat(PlantedDriftTest.beyond(home.books(), before)).isEmpty();
        assertThat(PlantedDriftTest.beyond(before, home.books())).isEmpty();
    }

    private static final String LAST = """
            select situation, variant, name, person, mark, standing, codes, change_kind from drift
            where run_id = (select max(run_id) from reconciliation)""";

    private Path drifted() {
        return folder.resolve("drifted");
    }

    private ReconciledHome migrated() throws IOException {
        return ReconciledHome.embedded(folder.resolve("home")).migrated(PARTNERS.writeExport(folder.resolve("export")));
    }

    private ReconciledHome migrated(Supplier<LedgerPlace> fresh) throws IOException {
        return ReconciledHome.of(fresh.get()).migrated(PARTNERS.writeExport(folder.resolve("export")));
    }

    static Answer fix(ReconciledHome home, Path source, Object... more) {
        List<Object> words = new ArrayList<>(List.of(words(source, DriftExport.MOVER)));
        words.addAll(List.of("--max-changes", "100%"));
        words.addAll(List.of(more));
        return home.reconcile(words.toArray());
    }

    /** With everything put right that can be. */
    static Object[] words(Path source, String actingUser) {
        List<Object> words = new ArrayList<>(List.of(source, "--fix", "--as", actingUser));
        for (Situation situation : Situation.values()) {
            words.addAll(List.of("--treat", situation.word() + "=fix-ledger"));
        }
        return words.toArray();
    }
}
