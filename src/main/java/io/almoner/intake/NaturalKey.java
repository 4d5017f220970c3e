package io.almoner.intake;

import java.util.List;

/**
 * What makes two rows of a table speak of the same thing.
 *
 * @param key the columns that identify the thing; rows whose key cells are all empty are not compared
 * @param values the columns that must then agree; empty means every other column of the layout
 */
public record NaturalKey(List<String> key, List<String> values) {

    public NaturalKey {
        key = List.copyOf(key);
        values = List.copyOf(values);
    }
}
