package io.almoner.mail;

import java.util.List;

import io.almoner.mail.News.NamedValue;

/**
 * A part of a letter under one heading.
 *
 * @param heading above it
 * @param figures in their order
 * @param lines sentences or names, in their order
 */
record Passage(String heading, List<NamedValue> figures, List<String> lines) {

    static Passage ofLines(String heading, List<String> lines) {
        return new Passage(heading, List.of(), lines);
    }

    static Passage ofFigures(String heading, List<NamedValue> figures) {
        return new Passage(heading, figures, List.of());
    }

    boolean isEmpty() {
        return figures.isEmpty() && lines.isEmpty();
    }
}
