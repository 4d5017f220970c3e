package io.almoner.mail;

import java.util.List;
import java.util.Map;

/**
 * A part of a letter under one heading.
 *
 * @param heading above it
 * @param figures names and values, in their order
 * @param lines sentences or names, in their order
 */
record Passage(String heading, Map<String, String> figures, List<String> lines) {

    boolean isEmpty() {
        return figures.isEmpty() && lines.isEmpty();
    }
}
