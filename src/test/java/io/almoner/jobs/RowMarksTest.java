package io.almoner.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.ledger.NewRun;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.Run;
import io.almoner.ledger.SourceKey;
import io.almoner.ledger.TableOutcome;
import io.almoner.ledger.Vault;

import static org.assertj.core.api.Assertions.assertThat;

/** A mark is believed only when it could not be anything else: a row wrongly passed over is the worst there is. */
class RowMarksTest {

    private static final SourceKey SOURCE = new SourceKey("f".repeat(64), "people.xlsx", "pmc_individuals");
    private static final Instant NOW = Instant.parse("2020-03-22T09:00:00Z");

    @TempDir
    Path folder;

    private LedgerAccess access;
    private Vault vault;
    private Run run;
    private long sourceId;

    @BeforeEach
    void finishARow() {
        vault = Vault.open(folder.resolve("home"), Map.of());
        access = LedgerAccess.open(LedgerPlace.embedded(folder.resolve("home")));
        sourceId = access.sources().idOf(SOURCE);
        run = write(access, sourceId, Map.of(5, Outcome.APPLIED, 6, Outcome.REJECTED, 7, Outcome.KNOWN));
    }

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void counts_for_the_finished_row_and_its_content() {
        String mark = marks().of(sourceId, SOURCE, 5, "content");

        assertThat(mark).matches("1\\.%d\\.5\\.[0-9a-f]{32}".formatted(sourceId));
        assertThat(marks().counts(mark, "content")).isTrue();
        assertThat(marks().counts(mark, "other content")).isFalse();
    }

    @Test
    void is_worth_nothing_when_it_was_made_up() {
        String mark = marks().of(sourceId, SOURCE, 5, "content");

        assertThat(List.of(
                        "",
                        "done",
                        "1.." + mark,
                        mark.replaceFirst("\\.5\\.", ".6."),
                        mark.substring(0, mark.length() - 1),
                        mark.substring(0, mark.length() - 1) + (mark.endsWith("0") ? "1" : "0"),
                        "1.999999999999999999.5." + "0".repeat(32)))
                .noneMatch(made -> marks().counts(made, "content"));
    }

    @Test
    void does_not_count_for_a_row_that_was_not_settled() {
        assertThat(marks().counts(marks().of(sourceId, SOURCE, 6, "content"), "content"))
                .as("refused")
                .isFalse();
        assertThat(marks().counts(marks().of(sourceId, SOURCE, 7, "content"), "content"))
                .as("known by another mark")
                .isFalse();
    }

    @Test
    void does_not_count_once_the_run_is_undone() {
        String mark = marks().of(sourceId, SOURCE, 5, "content");

        access.runs().undone(run.id(), run.id());

        assertThat(marks().counts(mark, "content")).isFalse();
    }

    @Test
    void does_not_count_in_another_home() {
        String mark = new RowMarks(Vault.open(folder.resolve("other"), Map.of()), access.sources(), 0)
                .of(sourceId, SOURCE, 5, "content");

        assertThat(marks().counts(mark, "content")).isFalse();
    }

    @Test
    void does_not_count_where_the_number_of_the_source_is_another_file() {
        String mark = marks().of(sourceId, SOURCE, 5, "content");
        try (LedgerAccess other = LedgerAccess.open(LedgerPlace.embedded(folder.resolve("new ledger, same vault")))) {
            long id = other.sources().idOf(new SourceKey("e".repeat(64), SOURCE.name(), SOURCE.layout()));
            write(other, id, Map.of(5, Outcome.APPLIED));

            assertThat(id).isEqualTo(sourceId);
            assertThat(new RowMarks(vault, other.sources(), 0).counts(mark, "content"))
                    .isFalse();
        }
    }

    private RowMarks marks() {
        return new RowMarks(vault, access.sources(), 0);
    }

    private static Run write(LedgerAccess access, long sourceId, Map<Integer, Outcome> rows) {
        Run run = access.runs()
                .start(new NewRun(
                        "migrate",
                        "command",
                        false,
                        "2020-03",
                        LocalDate.of(2020, 3, 22),
                        "admin@contoso.example",
                        "anna",
                        "",
                        "{}",
                        NOW));
        access.ledger()
                .write(new Commit(
                        run.id(),
                        List.of(),
                        List.of(new TableOutcome(sourceId, new TreeMap<>(rows))),
                        List.of(),
                        0,
                        NOW));
        return run;
    }
}
