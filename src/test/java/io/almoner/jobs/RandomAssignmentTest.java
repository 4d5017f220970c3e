package io.almoner.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.Seat;
import io.almoner.jobs.CaseLedger.Result;
import io.almoner.ledger.Outcome;
import io.almoner.rules.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every assignment, whatever stands in its rows; each test is named by the seed of its rows. */
class RandomAssignmentTest {

    private static final String BULK = "bulk_assignments.csv";
    private static final int ROWS = 60;

    @TempDir
    private static Path folder;

    private static CaseLedger ledger;
    private static CaseTables base;

    @BeforeAll
    static void open() throws IOException {
        ledger = new CaseLedger(folder);
        try (InputStream in = RandomAssignmentTest.class.getResourceAsStream("/cases/base.yaml")) {
            base = new CaseTables(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    static LongStream fewSeeds() {
        return LongStream.rangeClosed(101, 104);
    }

    private static RuleCase any(long seed) {
        return RuleCase.all(new RandomWishes(seed, RandomWishes.Kind.ANY).data(ROWS), base)
                .get(0);
    }

    private static List<Result> tried(RuleCase one, int blockSize) {
        List<CaseLedger.Input> runs = new ArrayList<>(one.earlier());
        runs.add(one.input());
        return ledger.rehearse(runs, blockSize);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_row_is_lost_and_only_what_is_accepted_changes_something(long seed) {
        Result result = tried(any(seed), BlockReader.BLOCK).get(1);

        Map<Integer, Outcome> outcomes = result.outcomes().get(BULK);
        assertThat(outcomes.keySet()).hasSize(ROWS).contains(2, ROWS + 1);
        outcomes.forEach((row, outcome) -> {
            boolean refused = of(result.findings(), row).stream().anyMatch(Finding::refuses);
            assertThat(refused).as("row %d", row).isEqualTo(outcome == Outcome.REJECTED);
            assertThat(of(result.changes(), row).isEmpty())
                    .as("row %d is %s: %s", row, outcome, of(result.changes(), row))
                    .isEqualTo(outcome != Outcome.APPLIED);
        });
    }

    private static <T> List<T> of(Map<String, Map<Integer, List<T>>> all, int row) {
        return all.getOrDefault(BULK, Map.of()).getOrDefault(row, List.of());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_more_is_given_than_granted_and_no_seat_to_two(long seed) {
        Result result = tried(any(seed), BlockReader.BLOCK).get(1);

        result.changes()
                .getOrDefault(BULK, Map.of())
                .forEach((row, changes) -> changes.forEach(change -> {
                    boolean given = change.kind() == ChangeKind.SEAT_ASSIGNED;
                    boolean occupied = change.before() instanceof Seat before && before.isHeld();
                    assertThat(given && occupied).as("row %d: %s", row, change).isFalse();
                }));
        for (OrgBook book : result.inLedger().values()) {
            for (Benefit benefit : book.benefits()) {
                long granted = benefit.category() == Category.TECHNICAL ? 1 : benefit.quantity();
                if (benefit.category() == Category.TECHNICAL || benefit.unit().isPerPerson()) {
                    assertThat((long) book.held(benefit)).as(benefit.name()).isLessThanOrEqualTo(granted);
                }
                assertThat(book.keys(benefit)).allMatch(RandomAssignmentTest::isWithinItsMaximum);
            }
        }
    }

    private static boolean isWithinItsMaximum(ProductKey key) {
        return key.activationsMax() == null || key.activationsUsed() <= key.activationsMax();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blocks_of_any_size_give_the_same_result(long seed) {
        RuleCase one = any(seed);
        Result whole = tried(one, BlockReader.BLOCK).get(1);

        for (int size : List.of(1, 7)) {
            assertSame(tried(one, size).get(1), whole);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_book_that_stayed_in_memory_chooses_like_one_that_was_loaded_again(long seed) {
        RuleCase one = any(seed);
        String[] lines = one.files().get(BULK).split("\r\n");
        List<String> rows = new ArrayList<>(new LinkedHashSet<>(List.of(lines).subList(1, lines.length)));
        List<CaseLedger.Input> together = new ArrayList<>(one.earlier());
        together.add(CaseLedger.Input.assignment(one.conditions(), file(lines[0], rows)));
        List<CaseLedger.Input> apart = new ArrayList<>(one.earlier());
        rows.forEach(row -> apart.add(CaseLedger.Input.assignment(one.conditions(), file(lines[0], List.of(row)))));

        Result whole = ledger.rehearse(together).get(1);
        List<Result> parts = ledger.rehearse(apart);

        for (int i = 0; i < rows.size(); i++) {
            assertThat(of(parts.get(i + 1).changes(), 2)).as(rows.get(i)).isEqualTo(of(whole.changes(), i + 2));
            assertThat(of(parts.get(i + 1).findings(), 2)).as(rows.get(i)).isEqualTo(of(whole.findings(), i + 2));
        }
    }

    private static Map<String, String> file(String header, List<String> rows) {
        return Map.of(BULK, header + "\r\n" + String.join("\r\n", rows) + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void a_plan_is_the_apply(long seed) throws IOException {
        RuleCase one = any(seed);
        try (CaseLedger own = new CaseLedger(Files.createDirectory(folder.resolve("home-" + seed)))) {
            one.earlier().forEach(own::apply);

            Result planned = own.rehearse(List.of(one.input())).get(0);
            Result applied = own.apply(one.input());

            assertSame(applied, planned);
        }
    }

    private static void assertSame(Result actual, Result expected) {
        assertThat(actual.outcomes()).isEqualTo(expected.outcomes());
        assertThat(actual.findings()).isEqualTo(expected.findings());
        assertThat(actual.changes()).isEqualTo(expected.changes());
        assertThat(actual.inLedger().values().stream().map(BookContent::of))
                .containsExactlyElementsOf(expected.inLedger().values().stream()
                        .map(BookContent::of)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_file_with_the_accepted_rows_changes_nothing_where_none_takes_anything_back(long seed) {
        RuleCase one = RuleCase.all(new RandomWishes(seed, RandomWishes.Kind.GROWING).data(ROWS), base)
                .get(0);
        Result first = tried(one, BlockReader.BLOCK).get(1);
        String[] lines = one.files().get(BULK).split("\r\n");
        List<String> accepted = new ArrayList<>();
        first.outcomes().get(BULK).forEach((row, outcome) -> {
            if (outcome != Outcome.REJECTED) {
                accepted.add(lines[row - 1]);
            }
        });
        List<CaseLedger.Input> runs = new ArrayList<>(one.earlier());
        runs.add(one.input());
        runs.add(CaseLedger.Input.assignment(one.conditions(), file(lines[0] + ",", accepted)));

        Result again = ledger.rehearse(runs).get(2);

        Map<Integer, List<Change>> changes = new LinkedHashMap<>(again.changes().getOrDefault(BULK, Map.of()));
        changes.values().removeIf(row -> row.stream().allMatch(change -> change.kind() == ChangeKind.KEY_SHOWN));
        assertThat(changes).isEmpty();
        assertThat(again.count(Outcome.REJECTED)).as("%s", again.findings()).isZero();
    }
}
