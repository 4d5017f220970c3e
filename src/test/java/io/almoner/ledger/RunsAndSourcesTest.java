package io.almoner.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;

class RunsAndSourcesTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";
    private static final Instant LATER = Samples.NOON.plusSeconds(60);

    @ParameterizedTest
    @MethodSource(BOTH)
    void remembers_a_run_and_its_end(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Runs runs = access.runs();
            Run run = runs.start(migration("command"));
            assertThat(run.code()).isEqualTo("20260322-120000-migrate-1");
            assertThat(runs.find(run.code())).contains(run);

            runs.finish(run.id(), new Ending(RunStatus.COMPLETED_WITH_REJECTS, 3, "{\"version\":1}", LATER));

            Run ended = runs.find(run.code()).orElseThrow();
            assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED_WITH_REJECTS);
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.endedAt()).isEqualTo(LATER);
            assertThat(ended.summary()).isEqualTo("{\"version\":1}");
            assertThat(ended.begun()).isEqualTo(run.begun());
            assertThat(runs.find("nothing")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void finds_the_run_that_may_go_on(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Runs runs = access.runs();
            Run killed = runs.start(migration("a"));
            Run other = runs.start(migration("b"));
            assertThat(runs.unfinished("a")).contains(killed);
            assertThat(runs.unfinished("c")).isEmpty();

            assertThat(runs.interruptOthers("b", LATER)).isEqualTo(1);
            assertThat(runs.unfinished("a")).map(Run::status).contains(RunStatus.INTERRUPTED);
            runs.resume(killed.id());
            assertThat(runs.unfinished("a")).contains(killed);

            runs.finish(other.id(), new Ending(RunStatus.COMPLETED, 0, "{}", LATER));
            assertThat(runs.unfinished("b")).isEmpty();
            assertThat(runs.list()).extracting(Run::id).containsExactly(other.id(), killed.id());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void finds_the_runs_of_a_job_that_changed_something_since(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Run run = access.runs().start(migration("command"));
            access.runs().start(migration("changes nothing"));
            access.ledger().write(Samples.commit(Samples.created(100, Samples.organisation(1))));
            long last = access.ledger().revision();

            assertThat(access.runs().changing(List.of("migrate", "undo"), last - 1))
                    .extracting(Run::id)
                    .containsExactly(run.id());
            assertThat(access.runs().changing(List.of("migrate"), last)).isEmpty();
            assertThat(access.runs().changing(List.of("assign"), 0)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void remembers_the_sources_of_a_run(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            long first = access.sources().idOf(new SourceKey("abc", "a.csv", "pmc_benefits"));
            long again = access.sources().idOf(new SourceKey("abc", "copy of a.csv", "pmc_benefits"));
            long otherwise = access.sources().idOf(new SourceKey("abc", "a.csv", "pmc_keys"));
            assertThat(access.sources().find(first)).contains(new SourceKey("abc", "a.csv", "pmc_benefits"));
            assertThat(again).isEqualTo(first);
            assertThat(otherwise).isNotEqualTo(first);

            List<RunSource> sources =
                    List.of(new RunSource(otherwise, "/x/a.csv", "{}"), new RunSource(first, "/x/b.csv", "{}"));
            access.runs().remember(7, sources);
            access.runs().remember(7, sources);
            assertThat(access.runs().sources(7)).isEqualTo(sources);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void knows_the_outcome_of_every_row(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Run run = access.runs().start(migration("a"));
            write(access, run, Map.of(2, Outcome.APPLIED, 3, Outcome.REJECTED, 9, Outcome.SKIPPED));
            write(access, run, Map.of(1001, Outcome.UNCHANGED, 1002, Outcome.UNCHANGED, 1003, Outcome.REJECTED));
            write(access, run, Map.of(1004, Outcome.KNOWN));

            OutcomesOfRun outcomes = access.sources().outcomes(run.id(), 5);
            assertThat(outcomes.lastRow()).isEqualTo(1004);
            assertThat(outcomes.counts())
                    .isEqualTo(Map.of(
                            Outcome.APPLIED,
                            1L,
                            Outcome.UNCHANGED,
                            2L,
                            Outcome.REJECTED,
                            2L,
                            Outcome.SKIPPED,
                            1L,
                            Outcome.KNOWN,
                            1L));
            assertThat(access.sources().rows(run.id(), 5, Set.of(Outcome.APPLIED, Outcome.KNOWN)))
                    .isEqualTo(bits(2, 1004));
            assertThat(outcomes.rejected()).isEqualTo(bits(3, 1003));
            assertThat(access.sources().settledRows(5)).isEqualTo(bits(2, 1001, 1002));
            assertThat(access.sources().outcomes(run.id(), 6).lastRow()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void unsettles_the_rows_that_were_undone(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Run first = access.runs().start(migration("a"));
            write(access, first, Map.of(2, Outcome.APPLIED, 3, Outcome.APPLIED));
            Run second = access.runs().start(migration("b"));
            write(access, second, Map.of(4, Outcome.APPLIED, 5, Outcome.APPLIED));

            Run undoOfOneRow = access.runs().start(run("undo", "c"));
            write(access, undoOfOneRow, Map.of(2, Outcome.APPLIED, 3, Outcome.REJECTED));
            assertThat(access.sources().settledRows(5)).isEqualTo(bits(3, 4, 5));

            access.runs().undone(second.id(), 99);
            assertThat(access.sources().settledRows(5)).isEqualTo(bits(3));

            Run again = access.runs().start(migration("a"));
            write(access, again, Map.of(2, Outcome.APPLIED));
            assertThat(access.sources().settledRows(5)).isEqualTo(bits(2, 3));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void tells_findings_by_row_a_page_at_a_time(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            List<RowFinding> late = findings(3000, 5000);
            List<RowFinding> early = new ArrayList<>(findings(1, 3000));
            early.add(new RowFinding(6, 1, Finding.of(Rule.USR_001, null, null)));
            early.add(new RowFinding(
                    5,
                    1,
                    Finding.of(Rule.VS_007, "Guid", "*****-ABCDE", "ä", "x").variant("date")));
            access.ledger().write(new Commit(1, List.of(), List.of(), late, 0, Samples.NOON));
            access.ledger().write(new Commit(1, List.of(), List.of(), early, 0, Samples.NOON));
            access.ledger().write(new Commit(2, List.of(), List.of(), early, 0, Samples.NOON));

            List<RowFinding> told = new ArrayList<>();
            access.sources().findings(1, 5, told::add);

            List<RowFinding> expected = new ArrayList<>(List.of(early.get(0), early.get(early.size() - 1)));
            expected.addAll(early.subList(1, early.size() - 2));
            expected.addAll(late);
            assertThat(told).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void does_not_go_on_with_a_run_that_was_undone(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Run run = access.runs().start(migration("a"));
            assertThat(access.runs().unfinished("a")).isPresent();

            access.runs().undone(run.id(), access.runs().start(migration("b")).id());

            assertThat(access.runs().unfinished("a")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void knows_which_run_changed_an_entity_since(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Run first = access.runs().start(migration("a"));
            Run second = access.runs().start(migration("b"));
            Run third = access.runs().start(migration("c"));
            change(access, first, 1);
            long own = access.ledger().revision();
            change(access, second, 2);
            change(access, third, 3);

            var since = access.auditTrail().changedSince(own, List.of(1L, 2L, 3L), third.id());

            assertThat(since).containsOnlyKeys(2L);
            assertThat(since.get(2L).run()).isEqualTo(second.code());
            assertThat(since.get(2L).id()).isEqualTo(own + 1);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void rewinds_the_changes_of_one_run(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Run first = access.runs().start(migration("a"));
            Run second = access.runs().start(migration("b"));
            change(access, first, 1);
            change(access, second, 2);
            change(access, first, 3);

            List<AuditEntry> page = access.auditTrail().rewind(access.runs().of(first.id()), Long.MAX_VALUE);
            assertThat(page).extracting(entry -> entry.change().entity().id()).containsExactly(3L, 1L);
            assertThat(access.auditTrail()
                            .rewind(access.runs().of(first.id()), page.get(0).id()))
                    .containsExactly(page.get(1));
            assertThat(access.auditTrail().rewind(second, Long.MAX_VALUE)).isEmpty();
        }
    }

    private static void change(LedgerAccess access, Run run, long id) {
        Change change = Change.created(ChangeKind.SEAT_RECORDED, Samples.seat(id, 9, null, "g" + id));
        access.ledger()
                .write(new Commit(
                        run.id(), List.of(new RecordedChange(8, 0, 0, change)), List.of(), List.of(), 0, Samples.NOON));
    }

    private static List<RowFinding> findings(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> new RowFinding(5, row, Finding.of(Rule.USR_001, "Email", "e" + row)))
                .toList();
    }

    private static void write(LedgerAccess access, Run run, Map<Integer, Outcome> rows) {
        TableOutcome block = new TableOutcome(5, new TreeMap<>(rows));
        access.ledger().write(new Commit(run.id(), List.of(), List.of(block), List.of(), 0, Samples.NOON));
    }

    private static BitSet bits(int... rows) {
        return IntStream.of(rows).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static NewRun migration(String fingerprint) {
        return run("migrate", fingerprint);
    }

    private static NewRun run(String job, String fingerprint) {
        return new NewRun(
                job, fingerprint, false, "2020-03", Samples.DAY, null, "root", "/out", "{\"x\":1}", Samples.NOON);
    }
}
