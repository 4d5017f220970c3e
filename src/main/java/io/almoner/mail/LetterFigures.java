package io.almoner.mail;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.almoner.mail.News.Count;
import io.almoner.mail.News.NamedValue;
import io.almoner.returns.Messages;
import io.almoner.returns.RowCounts;
import io.almoner.rules.Rule;

/** The numbers of a letter, as people of its language read them. */
record LetterFigures(MailTexts texts, Messages messages) {

    private static final int FINDINGS_SHOWN = 15;

    List<NamedValue> rows(Count count) {
        RowCounts rows = count.rows();
        if (rows.read() == 0) {
            return List.of();
        }
        NamedValue applied = named(texts.text("rows.applied"), rows.applied());
        NamedValue rejected = named(texts.text("rows.rejected"), rows.rejected());
        return switch (count.extent()) {
            case OF_AN_ORGANISATION -> List.of(applied, rejected);
            case EVERY_ROW ->
                List.of(
                        named(texts.text("rows.read"), rows.read()),
                        applied,
                        named(texts.text("rows.unchanged"), rows.unchanged()),
                        rejected,
                        named(texts.text("rows.skipped"), rows.skipped()));
        };
    }

    List<NamedValue> findings(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(FINDINGS_SHOWN)
                .map(count -> named(titled(count.getKey()), count.getValue()))
                .toList();
    }

    private NamedValue named(String name, long value) {
        return new NamedValue(
                name, NumberFormat.getIntegerInstance(texts.language()).format(value), null);
    }

    private String titled(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(code))
                .map(rule -> code + " " + messages.title(rule))
                .findFirst()
                .orElse(code);
    }

    static List<NamedValue> moved(Map<Path, Path> files) {
        return files.entrySet().stream()
                .map(move -> new NamedValue(
                        move.getKey().getFileName().toString(), move.getValue().toString(), null))
                .toList();
    }
}
