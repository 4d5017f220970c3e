package io.almoner.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import io.almoner.intake.NaturalKey;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * Rows of one layout that speak of the same thing (FIL-007, FIL-008). A first reading told which keys repeat; only of those
 * the first row is remembered, so memory grows with the repetitions and not with the file.
 */
final class Repetitions {

    private final List<long[]> repeatedKeys;
    private final List<Map<Long, First>> firsts = new ArrayList<>();

    /** The first readable row of a key. */
    private record First(String label, int row, List<String> values, boolean refused) {

        First asRefused() {
            return new First(label, row, values, true);
        }

        boolean isRow(SourceTable table, Row other) {
            return row == other.number() && label.equals(table.label());
        }

        String where(SourceTable table) {
            return label.equals(table.label()) ? Integer.toString(row) : row + " (" + label + ")";
        }
    }

    /**
     * @param repeatedKeys for each natural key of the layout the hashes that occur more than once, ascending
     */
    Repetitions(List<long[]> repeatedKeys) {
        this.repeatedKeys = repeatedKeys;
        repeatedKeys.forEach(key -> firsts.add(new HashMap<>()));
    }

    /** True when the row shares a key with another row, so that it has to be looked at even when it is not judged. */
    boolean concerns(List<KeyColumns> columns, Row row) {
        return IntStream.range(0, columns.size())
                .anyMatch(i -> repeatedKey(columns, i, row).isPresent());
    }

    /** The row's cells of one natural key as a hash; empty when no other row has them. */
    private OptionalLong repeatedKey(List<KeyColumns> columns, int naturalKey, Row row) {
        OptionalLong key = columns.get(naturalKey).key(row);
        boolean repeated = key.isPresent() && Arrays.binarySearch(repeatedKeys.get(naturalKey), key.getAsLong()) >= 0;
        return repeated ? key : OptionalLong.empty();
    }

    /**
     * What there is to say of a readable row beside the rows before it; remembers the row.
     *
     * @param columns the natural keys of the row's table
     */
    List<Finding> judge(SourceTable table, List<KeyColumns> columns, Row row) {
        List<Finding> findings = new ArrayList<>(0);
        for (int i = 0; i < columns.size(); i++) {
            OptionalLong key = repeatedKey(columns, i, row);
            if (key.isPresent()) {
                First current =
                        new First(table.label(), row.number(), columns.get(i).values(row), false);
                First first = firsts.get(i).putIfAbsent(key.getAsLong(), current);
                if (first != null && first.refused() && first.values().equals(current.values())) {
                    firsts.get(i).put(key.getAsLong(), current);
                } else if (first != null) {
                    Optional<String> difference = columns.get(i).difference(first.values(), current.values());
                    tell(table.layout().identities().get(i), difference, first.where(table), findings);
                }
            }
        }
        return findings;
    }

    /** A row was refused: one that repeats it to the last cell is judged for itself, and not told to be a repetition. */
    void refused(SourceTable table, List<KeyColumns> columns, Row row) {
        for (int i = 0; i < columns.size(); i++) {
            OptionalLong key = repeatedKey(columns, i, row);
            if (key.isPresent()) {
                firsts.get(i)
                        .computeIfPresent(
                                key.getAsLong(), (known, first) -> first.isRow(table, row) ? first.asRefused() : first);
            }
        }
    }

    private static void tell(NaturalKey naturalKey, Optional<String> difference, String where, List<Finding> findings) {
        if (difference.isPresent()) {
            Finding contradiction = Finding.of(Rule.FIL_008, difference.get(), null, where);
            if (!findings.contains(contradiction)) {
                findings.add(contradiction);
            }
        } else if (naturalKey.values().isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(Rule.FIL_007, null, null, where));
        }
    }
}
