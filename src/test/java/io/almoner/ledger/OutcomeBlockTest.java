package io.almoner.ledger;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeBlockTest {

    @Test
    void takes_two_bytes_for_a_thousand_equal_rows() {
        SortedMap<Integer, Outcome> rows = new TreeMap<>();
        for (int row = 2; row < 1002; row++) {
            rows.put(row, Outcome.APPLIED);
        }
        assertThat(OutcomeBlock.pack(rows)).hasSize(2);
    }

    @Test
    void gives_back_any_rows_with_any_gaps() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            SortedMap<Integer, Outcome> rows = new TreeMap<>();
            int row = random.nextInt(3);
            for (int i = 0; i <= random.nextInt(300); i++) {
                row += 1 + (random.nextInt(5) == 0 ? random.nextInt(1_000_000) : 0);
                rows.put(row, Outcome.values()[random.nextInt(4)]);
            }
            assertThat(unpacked(rows)).isEqualTo(rows);
        }
    }

    @Test
    void gives_back_the_ends_of_the_range() {
        SortedMap<Integer, Outcome> rows = new TreeMap<>();
        List.of(1, Integer.MAX_VALUE - 1).forEach(row -> rows.put(row, Outcome.SKIPPED));
        assertThat(unpacked(rows)).isEqualTo(rows);
    }

    private static SortedMap<Integer, Outcome> unpacked(SortedMap<Integer, Outcome> rows) {
        SortedMap<Integer, Outcome> unpacked = new TreeMap<>();
        OutcomeBlock.unpack(rows.firstKey(), OutcomeBlock.pack(rows), unpacked::put);
        return unpacked;
    }
}
