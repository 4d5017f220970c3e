package io.almoner.report;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.almoner.reconcile.Situation;
import io.almoner.report.ComingDays.Coming;
import io.almoner.report.ComparedRuns.Run;
import io.almoner.report.DriftCounts.OfOrganisation;
import io.almoner.returns.Messages;

/** The short tables of the report about reconciliations. */
final class BriefDriftTables {

    private static final int LISTED = 10;
    private static final int NAMED_SOURCES = 3;

    private final ScopedLedger ledger;
    private final DriftCounts counts;
    private final Texts texts;
    private final Messages messages;

    BriefDriftTables(ScopedLedger ledger, DriftCounts counts) {
        this.ledger = ledger;
        this.counts = counts;
        this.texts = ledger.texts();
        this.messages = new Messages(texts.locale());
    }

    /** @param runs whose findings are shown, the newest first */
    List<Table<?>> all(List<Run> runs, Map<Long, List<String>> sources, List<Coming> coming) {
        return List.of(runs(runs, sources), situations(), organisations(), coming(coming));
    }

    private Table<Run> runs(List<Run> runs, Map<Long, List<String>> sources) {
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

    private Table<Map.Entry<Situation, DriftCount>> situations() {
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

    /** Of one organisation it would only say again what the others say. */
    private Table<OfOrganisation> organisations() {
        List<Field<OfOrganisation>> fields = List.of(
                Field.text("organisation", 44, OfOrganisation::name),
                Field.whole("found", 34, one -> one.count().found()),
                Field.whole("fixed", 18, one -> one.count().fixed()),
                Field.whole("leftAlone", 14, one -> one.count().leftAlone()),
                Field.whole("toDo", 14, one -> one.count().toDo()));
        List<OfOrganisation> all = counts.byOrganisation(ledger.byName());
        return Table.brief(
                        "ORGANISATIONS", heading("ORGANISATIONS", all), all.size() > 1 ? first(all) : List.of(), fields)
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
}
