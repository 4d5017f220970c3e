package io.almoner.report;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The words of a checklist. */
final class ToDoTexts {

    private final Texts texts;

    ToDoTexts(Texts texts) {
        this.texts = texts;
    }

    /** Where it is done. */
    String page(ToDoLine line) {
        return texts.text("page." + line.page());
    }

    /** What to do, in a sentence. */
    String sentence(ToDoLine line) {
        ToDoLine.Person person = line.person();
        return texts.text(
                "task." + line.task(),
                Objects.requireNonNullElse(subject(line), ""),
                person == null ? "" : person.name(),
                person == null ? "" : Objects.requireNonNullElse(person.secondEmail(), ""),
                value(Detail.ROLE, line.details().getOrDefault(Detail.ROLE, "")));
    }

    private static @Nullable String subject(ToDoLine line) {
        return line.place().benefit() == null
                ? line.place().order()
                : line.place().benefit();
    }

    /** What else has to be known, on one line. */
    String details(ToDoLine line) {
        return line.details().entrySet().stream()
                .filter(detail -> detail.getKey() != Detail.ROLE)
                .map(this::detail)
                .collect(Collectors.joining("; "));
    }

    private String detail(Map.Entry<Detail, String> detail) {
        return texts.text("detail." + detail.getKey(), value(detail.getKey(), detail.getValue()));
    }

    /** Roles, phases and the like have words of their own in each language. */
    private String value(Detail detail, String value) {
        String code = value.replace(' ', '_');
        String word = texts.word(detail.name(), code);
        return word.equals(code) ? value : word;
    }

    /** The file and the row, if there is one. */
    String source(ToDoLine line) {
        ToDoLine.Origin origin = line.origin();
        String file = origin.file();
        return file == null || origin.row() == 0 ? "" : texts.text("source", file, Integer.toString(origin.row()));
    }
}
