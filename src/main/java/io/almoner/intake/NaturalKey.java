package io.almoner.intake;

import java.util.List;

/**
 * What makes two rows of a table speak of the same thing. Cells are compared trimmed; an empty cell equals only another
 * empty cell.
 *
 * @param key the columns that identify the thing; rows whose key cells are all empty are not compared
 * @param values the columns that must then agree; empty means every other column of the layout
 * @param present columns of the key without which a row is not compared at all; usually empty
 */
public record NaturalKey(List<String> key, List<String> values, List<String> present) {

    public NaturalKey {
        key = List.copyOf(key);
        values = List.copyOf(values);
        present = List.copyOf(present);
    }

    /** A key that compares every row in which one of its cells is filled. */
    public NaturalKey(List<String> key, List<String> values) {
        this(key, values, List.of());
    }
}
