package io.almoner.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.almoner.intake.Action;
import io.almoner.intake.Layout;
import io.almoner.intake.LayoutColumn;
import io.almoner.intake.Vocabulary;

/** What a person is told of a layout in her language: its headers, what they are for, when they are needed. */
final class Guide {

    private final Layout layout;
    private final Vocabulary vocabulary;
    private final Locale language;
    private final TemplateTexts texts;
    private final Examples examples = Examples.load();

    Guide(Layout layout, Vocabulary vocabulary, Locale language) {
        this.layout = layout;
        this.vocabulary = vocabulary;
        this.language = language;
        this.texts = new TemplateTexts(language);
    }

    Layout layout() {
        return layout;
    }

    TemplateTexts texts() {
        return texts;
    }

    /** The columns that people fill in. */
    List<LayoutColumn> columns() {
        return layout.columns().stream().filter(column -> !column.ignored()).toList();
    }

    String header(LayoutColumn column) {
        return column.header(language);
    }

    /** What a column is for, in a sentence or two. */
    String purpose(LayoutColumn column) {
        return texts.column(layout.name(), column.name());
    }

    /** In which rows a column is needed. */
    String need(LayoutColumn column) {
        boolean always = column.required() || (hasActions() && column.name().equals("MpnId"));
        if (always || !hasActions()) {
            return texts.text(always ? "need.always" : "need.never");
        }
        String needed = actions(needs -> needs.needed().contains(column.name()));
        String optional = actions(needs -> needs.optional().contains(column.name()));
        return sentence("need.for", needed)
                + (needed.isEmpty() || optional.isEmpty() ? "" : " ")
                + sentence("need.optionalFor", optional);
    }

    private String sentence(String key, String words) {
        return words.isEmpty() ? "" : texts.text(key, words);
    }

    private String actions(Predicate<ActionNeeds> condition) {
        return Arrays.stream(Action.values())
                .filter(action -> condition.test(ActionNeeds.of(action)))
                .map(this::word)
                .collect(Collectors.joining(texts.text("comma")));
    }

    /** A value that could stand in a column, as it is typed. */
    String example(LayoutColumn column) {
        String value = examples.of(layout, column);
        return Choice.of(layout, column).stream()
                .flatMap(choice -> choice.words().stream())
                .filter(word -> word.name().equals(value))
                .findFirst()
                .map(this::word)
                .orElse(value);
    }

    /** What stands in the example row; empty where that row has nothing. */
    Optional<String> exampleOfRow(LayoutColumn column) {
        return examples.isInRow(layout, column) ? Optional.of(example(column)) : Optional.empty();
    }

    /** Whether rows say what is to be done. */
    boolean hasActions() {
        return layout.column("Action").isPresent();
    }

    String word(Enum<?> constant) {
        return vocabulary.shown(constant, language);
    }

    /** The headers of columns of that name, joined for reading. */
    String headers(List<String> names) {
        Function<String, String> header = name -> header(layout.columns().get(layout.ordinal(name)));
        return names.stream().map(header).collect(Collectors.joining(texts.text("comma")));
    }
}
