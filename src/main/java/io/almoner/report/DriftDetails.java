package io.almoner.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.ledger.StoredDrift;
import io.almoner.report.ComparedRuns.Run;
import io.almoner.report.DriftQuery.Line;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** The tables that list every difference that reconciliations found: first those that somebody has to see to. */
final class DriftDetails {

    private static final String NOTHING = "\u2013";

    private final ScopedLedger ledger;
    private final DriftQuery query;
    private final List<Run> runs;
    private final Texts texts;
    private final Messages messages;

    /** @param runs whose findings are shown */
    DriftDetails(ScopedLedger ledger, DriftQuery query, List<Run> runs) {
        this.ledger = ledger;
        this.query = query;
        this.runs = runs;
        this.texts = ledger.texts();
        this.messages = new Messages(texts.locale());
    }

    /** With what there is to do about each. */
    Table<Line> toDo() {
        List<Field<Line>> fields = new ArrayList<>(fields());
        fields.add(Field.text("hint", 60, this::hint));
        return Table.detail("TO_DO", texts, () -> query.lines(runs, Outcome.TO_DO), fields);
    }

    Table<Line> settled() {
        return Table.detail("SETTLED", texts, () -> query.lines(runs, Outcome.SETTLED), fields());
    }

    private List<Field<Line>> fields() {
        return List.of(
                Field.text("organisation", 28, Line::organisation),
                Field.text("code", 10, line -> line.situation().rule().code()),
                Field.text(
                        "situation", 24, line -> messages.title(line.situation().rule())),
                Field.text("sort", 16, line -> texts.word("thing", line.drift().kind())),
                Field.text("item", 36, line -> line.drift().name()),
                Field.text("order", 14, line -> line.drift().orderNumber()),
                Field.text("email", 32, line -> line.drift().person()),
                Field.text("mark", 24, line -> line.drift().mark()),
                Field.text("differs", 44, line -> differs(line.drift())),
                Field.text("outcome", 36, this::outcome),
                Field.day("since", 12, line -> line.drift().sinceOn()),
                Field.whole("days", 8, line -> days(line.drift().sinceOn())),
                Field.text("file", 28, this::file),
                Field.whole("row", 8, DriftDetails::row));
    }

    private long days(LocalDate since) {
        return ChronoUnit.DAYS.between(since, ledger.scope().on());
    }

    /** The values, here and there; else what it could be. */
    private static String differs(StoredDrift drift) {
        List<String> values = drift.differences();
        if (values.isEmpty()) {
            return String.join(" / ", drift.candidates());
        }
        return Stream.iterate(0, at -> at < values.size(), at -> at + 3)
                .map(at ->
                        values.get(at) + ": " + orNothing(values.get(at + 1)) + " / " + orNothing(values.get(at + 2)))
                .collect(Collectors.joining("; "));
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? NOTHING : value;
    }

    private String outcome(Line line) {
        String key = "outcome." + line.outcome();
        return switch (line.outcome()) {
            case REFUSED -> texts.text(key, rules(line.drift().codes()));
            case PROTECTED -> texts.text(key, String.valueOf(line.drift().reason()));
            case FIXED, FIXABLE, REPORTED, HAND_OFF, WAITING, IGNORED -> texts.text(key);
        };
    }

    private String rules(@Nullable String codes) {
        return codes == null
                ? NOTHING
                : Stream.of(codes.split(" "))
                        .map(code -> code + " " + messages.title(Rule.ofCode(code)))
                        .collect(Collectors.joining(", "));
    }

    private String file(Line line) {
        return switch (line.drift().origin()) {
            case ROW -> line.source();
            case ABSENCE, BOOK -> texts.word("origin", line.drift().origin().name());
        };
    }

    private static @Nullable Long row(Line line) {
        return switch (line.drift().origin()) {
            case ROW -> Long.valueOf(line.drift().row());
            case ABSENCE, BOOK -> null;
        };
    }

    private String hint(Line line) {
        Finding finding = Finding.of(line.situation().rule(), null, null);
        String variant = line.drift().variant();
        return messages.hint(variant == null ? finding : finding.variant(variant));
    }
}
