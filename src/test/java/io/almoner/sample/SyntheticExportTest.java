package io.almoner.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.book.Facts;
import io.almoner.book.Holder;
import io.almoner.book.Judge;
import io.almoner.book.MigrationState;
import io.almoner.book.Move;
import io.almoner.book.OrgBook;
import io.almoner.book.Setting;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.SourceTable;
import io.almoner.intake.Vocabulary;
import io.almoner.jobs.Policies;
import io.almoner.rules.Finding;
import io.almoner.rules.Policy;
import io.almoner.sample.SyntheticExport.Faults;
import io.almoner.sample.SyntheticExport.Order;

import static org.assertj.core.api.Assertions.assertThat;

/** Measurements mean something only when the rows are what they are said to be. */
class SyntheticExportTest {

    private static final int ROWS = 2_000;

    @TempDir
    Path folder;

    @Test
    void has_no_row_that_a_rule_refuses_or_flags() throws IOException {
        assertThat(judged(SyntheticExport.of(ROWS, Faults.NONE))).doesNotContainKeys("E", "W");
    }

    @Test
    void has_two_refused_rows_in_a_hundred_when_asked() throws IOException {
        assertThat(judged(SyntheticExport.of(ROWS, Faults.TWO_IN_A_HUNDRED)))
                .containsEntry("E", ROWS / 50)
                .doesNotContainKey("W");
    }

    @Test
    void has_the_same_rows_in_any_order() throws IOException {
        var grouped = new SyntheticExport(ROWS, 10, Order.GROUPED, Faults.NONE).writeAssignments(folder.resolve("1"));
        var shuffled = new SyntheticExport(ROWS, 10, Order.SHUFFLED, Faults.NONE).writeAssignments(folder.resolve("2"));
        assertThat(Files.readAllLines(shuffled))
                .isNotEqualTo(Files.readAllLines(grouped))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(grouped));
    }

    private Map<String, Integer> judged(SyntheticExport export) throws IOException {
        export.writeBase(folder);
        export.writeAssignments(folder);
        return new Reading().of(folder);
    }

    /** Judges every row, refused rows counted under E, others under the severity of their findings. */
    private static final class Reading {

        private static final Policy POLICY =
                new Policies().named(Policies.DEFAULT).orElseThrow();

        private final Intake intake = new Intake(Layouts.load());
        private final Judge judge = new Judge(
                new Setting(Setting.Purpose.HISTORY, POLICY, LocalDate.of(2020, 3, 22), SyntheticExport.MOVER),
                new AtomicLong()::incrementAndGet);
        private final Map<String, OrgBook> books = new HashMap<>();
        private final Map<String, Integer> counts = new TreeMap<>();

        Map<String, Integer> of(Path folder) {
            var tables = intake.identify(List.of(folder), ReadOptions.DETECT).tables();
            tables.stream()
                    .sorted(Comparator.comparing(table -> table.layout().rank()))
                    .forEach(this::judge);
            return counts;
        }

        private void judge(SourceTable table) {
            var reader = CommandReader.of(
                    table, Vocabulary.load(), cell -> Optional.empty(), new CommandReader.Reading(null, null));
            try (var rows = intake.open(table)) {
                for (var row = rows.next(); row != null; row = rows.next()) {
                    var parsed = reader.read(row);
                    var code = "ORG-%05d".formatted(Integer.parseInt(parsed.mpnId()) - 4_100_000);
                    if (parsed.command() == null) {
                        count(parsed.findings());
                        continue;
                    }
                    var book = books.computeIfAbsent(code, OrgBook::new);
                    var decision = judge.decide(book, parsed.command(), facts(code));
                    decision.changes().forEach(book::apply);
                    count(decision.findings());
                }
            }
        }

        /** The GUID that rows of other organisations repeat is one of the first organisation's. */
        private static Facts facts(String code) {
            var move = new Move(code, MigrationState.INVITED, Move.MoverRight.ALLOWED, Map.of());
            var holder = new Holder("ORG-00000", BaseRows.orderNumber(0), BaseRows.VISUAL_STUDIO);
            var guids = code.equals(holder.organisationCode())
                    ? Map.<String, Holder>of()
                    : Map.of(AssignmentRows.guid(AssignmentRows.REPEATED), holder);
            return new Facts(Map.of(), guids, Map.of(), move);
        }

        private void count(List<Finding> findings) {
            findings.stream()
                    .map(Finding::severity)
                    .sorted()
                    .findFirst()
                    .ifPresent(worst -> counts.merge(worst.letter(), 1, Integer::sum));
        }
    }
}
