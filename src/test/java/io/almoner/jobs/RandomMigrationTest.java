package io.almoner.jobs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.OrgBook;
import io.almoner.ledger.Outcome;
import io.almoner.rules.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every migration, whatever stands in its tables. */
class RandomMigrationTest {

    private static final RuleCase.Conditions CONDITIONS = RuleCase.Conditions.USUAL;

    @TempDir
    private static Path folder;

    private static CaseLedger ledger;

    @BeforeAll
    static void open() {
        ledger = new CaseLedger(folder);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_row_is_lost_and_the_ledger_is_the_sum_of_its_changes(long seed) {
        Map<String, String> files = files(seed);

        CaseLedger.Result result = ledger.rehearse(List.of(CaseLedger.Input.migration(CONDITIONS, files)))
                .get(0);

        files.forEach((name, text) -> assertThat(result.outcomes().get(name)).hasSize(records(text)));
        result.outcomes()
                .forEach((name, rows) -> rows.forEach((row, outcome) -> assertThat(
                                result.findings().getOrDefault(name, Map.of()).getOrDefault(row, List.of()).stream()
                                        .anyMatch(Finding::refuses))
                        .isEqualTo(outcome == Outcome.REJECTED)));
        assertThat(contents(result.inMemory())).isEqualTo(contents(result.inLedger()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_file_with_the_accepted_rows_changes_nothing(long seed) {
        Map<String, String> files = files(seed);
        CaseLedger.Result first = ledger.rehearse(List.of(CaseLedger.Input.migration(CONDITIONS, files)))
                .get(0);
        Map<String, String> accepted = new LinkedHashMap<>();
        files.forEach((name, text) ->
                accepted.put(name, accepted(text, first.outcomes().get(name))));

        CaseLedger.Result again = ledger.rehearse(List.of(
                        CaseLedger.Input.migration(CONDITIONS, files),
                        CaseLedger.Input.migration(CONDITIONS, accepted)))
                .get(1);

        assertThat(again.count(Outcome.APPLIED)).as("%s", again.outcomes()).isZero();
        assertThat(again.count(Outcome.REJECTED)).as("%s", again.findings()).isZero();
    }

    private static Map<String, String> files(long seed) {
        Map<String, Object> data = Map.of("base", "none", "rows", new RandomTables(seed).tables());
        return new CaseTables(Map.of()).rows(data).files();
    }

    private static int records(String text) {
        return text.split("\r\n").length - 1;
    }

    /** The header and the rows that were not refused; another file even when that is all of them. */
    private static String accepted(String text, Map<Integer, Outcome> outcomes) {
        String[] lines = text.split("\r\n");
        StringBuilder accepted = new StringBuilder(lines[0]).append("\r\n,,\r\n");
        for (int i = 1; i < lines.length; i++) {
            if (outcomes.get(i + 1) != Outcome.REJECTED) {
                accepted.append(lines[i]).append("\r\n");
            }
        }
        return accepted.toString();
    }

    private static Map<String, BookContent> contents(Map<String, OrgBook> books) {
        Map<String, BookContent> contents = new HashMap<>();
        books.forEach((code, book) -> contents.put(code, BookContent.of(book)));
        return contents;
    }
}
