package io.almoner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.reconcile.Situation;
import io.almoner.report.Chart.Piece;
import io.almoner.report.ComingDays.Coming;
import io.almoner.report.ComparedRuns.Run;
import io.almoner.returns.Messages;

/** The report about reconciliations: where the ledger and the portals differ, what was put right, and what is left to do. */
final class Reconciliation {

    private static final int LONG_KNOWN_DAYS = 7;
    private static final int TREND = 30;

    private final ScopedLedger ledger;
    private final Texts texts;
    private final LocalDate day;
    private final ComparedRuns runs;
    private final List<Run> counting;
    private final DriftQuery query;
    private final DriftCounts counts;
    private final List<Coming> coming;

    private Reconciliation(ScopedLedger ledger) {
        this.ledger = ledger;
        this.texts = ledger.texts();
        this.day = ledger.scope().on();
        this.runs = new ComparedRuns(ledger);
        this.counting = runs.on(day);
        this.query = new DriftQuery(ledger);
        this.counts = new DriftCounts(query.groups(counting, day.minusDays(LONG_KNOWN_DAYS)));
        this.coming = counting.isEmpty() ? List.of() : new ComingDays(ledger).all();
    }

    static Report read(ScopedLedger ledger) {
        return new Reconciliation(ledger).report();
    }

    private Report report() {
        List<Table<?>> tables = tables();
        return new Report(
                "reconciliation",
                header(),
                counting.size(),
                figures(),
                notes(),
                List.of(
                        Chart.bars(texts.text("reconciliation.chart"), bars()),
                        Chart.trend(texts.text("reconciliation.trend"), trend())),
                tables,
                headings(tables),
                steps());
    }

    private List<Table<?>> tables() {
        DriftDetails details = new DriftDetails(ledger, query, counting);
        List<Table<?>> tables =
                new ArrayList<>(new BriefDriftTables(ledger, counts).all(counting, runs.sources(counting), coming));
        tables.add(details.toDo());
        tables.add(details.settled());
        return tables;
    }

    private ReportHeader header() {
        long stale = runs.stale(day);
        return stale == 0 ? ledger.header() : ledger.header(texts.text("filter.staleRuns", stale));
    }

    private List<Figure> figures() {
        DriftCount all = counts.all();
        return List.of(
                Figure.onCover("compared", texts.text("figure.compared"), compared(), comparedIn()),
                Figure.onCover("found", texts.text("figure.drifts"), all.found(), null),
                Figure.onCover("fixed", texts.text("figure.fixed"), all.fixed(), null),
                Figure.onCover("toDo", texts.text("figure.toDo"), all.toDo(), null),
                Figure.onCover("leftAlone", texts.text("figure.leftAlone"), all.leftAlone(), null),
                new Figure(
                        "openSince",
                        texts.text("figure.openSince"),
                        Kind.DAY,
                        counts.openSince(),
                        counts.old() == 0 ? null : texts.text("figure.longKnown", counts.old(), LONG_KNOWN_DAYS),
                        Figure.Place.COVER));
    }

    /** Runs count what they compared of all their organisations together, so of one among several nobody knows. */
    private @Nullable Long compared() {
        boolean ofMore =
                ledger.scope().organisation() != null && counting.stream().anyMatch(Run::isOfAll);
        return ofMore
                ? null
                : Long.valueOf(counting.stream().mapToLong(Run::things).sum());
    }

    private @Nullable String comparedIn() {
        return counting.size() < 2 ? null : texts.text("figure.inRuns", counting.size());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<Run> stopped = stopped();
        if (!stopped.isEmpty()) {
            String codes = codes(stopped);
            notes.add(
                    codes.isEmpty()
                            ? texts.text("reconciliation.stoppedSome")
                            : texts.text("reconciliation.stopped", codes));
        } else if (counts.all().found() == 0) {
            notes.add(texts.text("reconciliation.agree"));
        }
        notes.add(texts.text("reconciliation.counting"));
        return notes;
    }

    private List<Run> stopped() {
        return counting.stream().filter(run -> run.stopped() != null).toList();
    }

    /** Names the organisations only to whom they all are shown. */
    private String codes(List<Run> stopped) {
        return stopped.stream()
                .filter(run -> ledger.scope().organisation() == null || !run.isOfAll())
                .map(Run::stopped)
                .map(Objects::requireNonNull)
                .collect(Collectors.joining("; "));
    }

    private List<String> steps() {
        return new Steps(texts)
                .when(stopped().size(), "reconciliation.step.stopped")
                .when(counts.of(Outcome.FIXABLE), "reconciliation.step.fix")
                .when(counts.of(Outcome.HAND_OFF), "reconciliation.step.handOff")
                .when(counts.of(Outcome.REFUSED), "reconciliation.step.refused")
                .when(toDecide(), "reconciliation.step.look")
                .when(counts.old(), "reconciliation.step.old", LONG_KNOWN_DAYS)
                .when(coming.size(), "reconciliation.step.coming", ComingDays.DAYS)
                .all();
    }

    private long toDecide() {
        return counts.of(Outcome.REPORTED) + (stopped().isEmpty() ? counts.of(Outcome.WAITING) : 0);
    }

    private List<Piece> bars() {
        Messages messages = new Messages(texts.locale());
        List<Piece> bars = new ArrayList<>();
        for (Map.Entry<Situation, DriftCount> entry : counts.bySituation().entrySet()) {
            String situation = messages.title(entry.getKey().rule());
            bars.add(new Piece(
                    texts.text("column.fixed"), situation, entry.getValue().fixed()));
            bars.add(new Piece(
                    texts.text("column.leftAlone"), situation, entry.getValue().leftAlone()));
            bars.add(new Piece(
                    texts.text("column.toDo"), situation, entry.getValue().toDo()));
        }
        return bars;
    }

    /** What was to be done on each day after which one knew more than before. */
    private List<Piece> trend() {
        return runs.lastDays(TREND).stream()
                .map(then -> new Piece(
                        texts.text("column.toDo"), texts.day(then), query.count(runs.on(then), Outcome.TO_DO)))
                .toList();
    }

    /** Those with numbers in them, which a design cannot know. */
    private static Map<String, @Nullable Object> headings(List<Table<?>> tables) {
        Map<String, @Nullable Object> headings = new HashMap<>();
        tables.forEach(table -> headings.put("heading" + table.section(), table.heading()));
        return headings;
    }
}
