package io.almoner.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.ledger.StoredDrift;
import io.almoner.reconcile.Situation;
import io.almoner.report.ComingDays.Coming;
import io.almoner.report.ComparedRuns.Run;
import io.almoner.report.DriftCounts.OfOrganisation;
import io.almoner.report.DriftQuery.Line;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** The tables of the report about reconciliations. */
final class DriftTables {

    /** Outcomes after which somebody has something to do. */
    static final Set<Outcome> TO_DO =
            Stream.of(Outcome.values()).filter(DriftCount::isToDo).collect(Collectors.toUnmodifiableSet());

    private static final int LISTED = 10;
    private static final int NAMED_SOURCES = 3;
    private static final String NOTHING = "\u2013";

    private final ScopedLedger ledger;
    private final DriftQuery query;
    private final List<Run> runs;
    private final Texts texts;
    private final Messages messages;

    /** @param runs whose findings are shown, the newest first */
    DriftTables(ScopedLedger ledger, DriftQuery query, List<Run> runs) {
        this.ledger = ledger;
        this.query = query;
        this.runs = runs;
        this.texts = ledger.texts();
        this.messages = new Messages(texts.locale());
    }

    List<Table<?>> of(DriftCounts counts, Map<Long, List<String>> sources, List<Coming> coming) {
        return List.of(runs(sources), situations(counts), organisations(counts), coming(coming), toDo(), settled());
    }

    private Table<Run> runs(Map<Long, List<String>> sources) {
        List<Field<Run>> fields = List.of(
                Field.text("run", 44, Run::code),
                Field.text("sources", 34, run -> sources(sources.getOrDefault(run.id(), List.of()))),
                Field.day("ranOn", 18, Run::on),
                Field.text("policy", 14, Run::policy),
                Field.whole("compared", 14, Run::things));
        return Table.brief("RUNS", heading("RUNS", runs), first(runs), fields);
    }

    private String sources(List<String> names) {
        List<String> different = names.stream().distinct().toList();
        if (different.isEmpty()) {
            return texts.text("origin.BOOK");
        }
        String joined = different.stream().limit(NAMED_SOURCES).collect(Collectors.joining(", "));
        int more = different.size() - NAMED_SOURCES;
        return more > 0 ? texts.text("meta.more", joined, more) : joined;
    }

    private Table<Map.Entry<Situation, DriftCount>> situations(DriftCounts counts) {
        List<Field<Map.Entry<Situation, DriftCount>>> fields = List.of(
                Field.text("code", 44, entry -> entry.getKey().rule().code()),
                Field.text("meaning", 34, entry -> messages.title(entry.getKey().rule())),
                Field.whole("found", 18, entry -> entry.getValue().found()),
                Field.whole("fixed", 14, entry -> entry.getValue().fixed()),
                Field.whole("leftAlone", 14, entry -> entry.getValue().leftAlone()),
                Field.whole("toDo", 14, entry -> entry.getValue().toDo()));
        List<Map.Entry<Situation, DriftCount>> lines =
                List.copyOf(counts.bySituation().entrySet());
        return Table.brief("SITUATIONS", texts.text("section.SITUATIONS"), lines, fields);
    }

    private Table<OfOrganisation> organisations(DriftCounts counts) {
        List<Field<OfOrganisation>> fields = List.of(
                Field.text("organisation", 44, OfOrganisation::name),
                Field.whole("found", 34, one -> one.count().found()),
                Field.whole("fixed", 18, one -> one.count().fixed()),
                Field.whole("leftAlone", 14, one -> one.count().leftAlone()),
                Field.whole("toDo", 14, one -> one.count().toDo()));
        List<OfOrganisation> all = counts.byOrganisation(ledger.byName());
        return Table.brief("ORGANISATIONS", heading("ORGANISATIONS", all), first(all), fields)
                .totalling(new OfOrganisation(texts.text("meta.allOrganisations"), counts.all()));
    }

    private Table<Coming> coming(List<Coming> all) {
        List<Field<Coming>> fields = List.of(
                Field.text("item", 44, one -> texts.word("coming", one.matter().name())),
                Field.text("organisation", 34, one -> one.order().organisation()),
                Field.text("order", 18, one -> one.order().number()),
                Field.text("package", 14, one -> texts.packageName(one.order())),
                Field.day("lastDay", 14, Coming::day),
                Field.whole(
                        "days",
                        14,
                        one -> ChronoUnit.DAYS.between(ledger.scope().on(), one.day())));
        String heading = all.size() > LISTED
                ? texts.text("section.COMING.more", ComingDays.DAYS, LISTED, all.size())
                : texts.text("section.COMING", ComingDays.DAYS);
        return Table.brief("COMING", heading, first(all), fields);
    }

    private String heading(String section, Collection<?> all) {
        return all.size() > LISTED
                ? texts.text("section." + section + ".more", LISTED, all.size())
                : texts.text("section." + section);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LISTED, all.size()));
    }

    private Table<Line> toDo() {
        return Table.detail("TO_DO", texts, () -> query.lines(runs, TO_DO), fields());
    }

    private Table<Line> settled() {
        return Table.detail(
                "SETTLED", texts, () -> query.lines(runs, EnumSet.complementOf(EnumSet.copyOf(TO_DO))), fields());
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
                Field.whole("row", 8, DriftTables::row),
                Field.text("hint", 60, this::hint));
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
