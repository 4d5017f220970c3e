package io.almoner.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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
    private record First(String label, int row, long values) {}

    /**
     * @param repeatedKeys for each natural key of the layout the hashes that occur more than once, ascending
     */
    Repetitions(List<long[]> repeatedKeys) {
        this.repeatedKeys = repeatedKeys;
        repeatedKeys.forEach(key -> firsts.add(new HashMap<>()));
    }

    /** True when the row shares a key with another row, so that it has to be looked at even when it is not judged. */
    boolean concerns(List<KeyColumns> columns, Row row) {
        for (int i = 0; i < columns.size(); i++) {
            OptionalLong key = columns.get(i).key(row);
            if (key.isPresent() && Arrays.binarySearch(repeatedKeys.get(i), key.getAsLong()) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * What there is to say of a readable row beside the rows before it; remembers the row.
     *
     * @param columns the natural keys of the row's table
     */
    List<Finding> judge(SourceTable table, List<KeyColumns> columns, Row row) {
        List<Finding> findings = new ArrayList<>(0);
        for (int i = 0; i < columns.size(); i++) {
            OptionalLong key = columns.get(i).key(row);
            if (key.isPresent() && Arrays.binarySearch(repeatedKeys.get(i), key.getAsLong()) >= 0) {
                compare(
                        table,
                        row,
                        new Occurrence(i, key.getAsLong(), columns.get(i).values(row)),
                        findings);
            }
        }
        return findings;
    }

    private record Occurrence(int naturalKey, long key, long values) {}

    private void compare(SourceTable table, Row row, Occurrence occurrence, List<Finding> findings) {
        First first = firsts.get(occurrence.naturalKey())
                .putIfAbsent(occurrence.key(), new First(table.label(), row.number(), occurrence.values()));
        if (first == null) {
            return;
        }
        boolean wholeRow = table.layout()
                .identities()
                .get(occurrence.naturalKey())
                .values()
                .isEmpty();
        String where = first.label().equals(table.label())
                ? Integer.toString(first.row())
                : first.row() + " (" + first.label() + ")";
        if (first.values() != occurrence.values()) {
            String column = table.layout()
                    .identities()
                    .get(occurrence.naturalKey())
                    .key()
                    .get(0);
            Finding contradiction = Finding.of(Rule.FIL_008, column, null, where);
            if (!findings.contains(contradiction)) {
                findings.add(contradiction);
            }
        } else if (wholeRow && findings.isEmpty()) {
            findings.add(Finding.of(Rule.FIL_007, null, null, where));
        }
    }
}
