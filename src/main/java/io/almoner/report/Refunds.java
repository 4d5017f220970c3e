package io.almoner.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.report.Chart.Piece;
import io.almoner.report.RefundCases.RefundCase;
import io.almoner.report.RefundCases.Standing;
import io.almoner.returns.Messages;
import io.almoner.rules.Rule;

/** The report about refunds: which packages can still be cancelled, until when, and what stands in the way. */
final class Refunds {

    private static final int SOON = 7;

    private final ScopedLedger ledger;
    private final RefundCases cases;
    private final Texts texts;
    private final Messages messages;
    private final LocalDate day;
    private final Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    private final Map<Rule, Long> rules = new TreeMap<>();
    private final Map<Standing, Map<Long, Long>> weeks = new HashMap<>();
    private @Nullable LocalDate next;
    private long soon;

    private Refunds(ScopedLedger ledger) {
        this.ledger = ledger;
        this.cases = new RefundCases(ledger);
        this.texts = ledger.texts();
        this.messages = new Messages(texts.locale());
        this.day = ledger.scope().on();
    }

    static Report read(ScopedLedger ledger) {
        return new Refunds(ledger).report();
    }

    private Report report() {
        try (Stream<RefundCase> all = cases.all()) {
            all.forEach(this::add);
        }
        return new Report(
                "refunds",
                ledger.header(),
                standings.values().stream().mapToLong(Long::longValue).sum(),
                figures(),
                List.of(texts.text(
                        "refunds.counting",
                        refundDays(),
                        ledger.scope().policy().name())),
                List.of(Chart.bars(texts.text("refunds.chart"), bars())),
                List.of(byRule(), details()),
                Map.of(),
                steps());
    }

    private int refundDays() {
        return ledger.scope().policy().refundDays();
    }

    private void add(RefundCase one) {
        standings.merge(one.standing(), 1L, Long::sum);
        one.found().keySet().forEach(rule -> rules.merge(rule, 1L, Long::sum));
        LocalDate last = one.last();
        if (last == null || last.isBefore(day)) {
            return;
        }
        weeks.computeIfAbsent(one.standing(), standing -> new HashMap<>()).merge(week(last), 1L, Long::sum);
        if (one.standing().isPossible()) {
            soon += daysTo(last) <= SOON ? 1 : 0;
            next = next == null || last.isBefore(next) ? last : next;
        }
    }

    private long daysTo(LocalDate last) {
        return ChronoUnit.DAYS.between(day, last);
    }

    /** Weeks from today: 0 is the one that begins today. */
    private long week(LocalDate last) {
        return daysTo(last) / 7;
    }

    private List<Figure> figures() {
        LocalDate first = next;
        return List.of(
                Figure.onCover(
                        "possible",
                        texts.text("figure.refundable"),
                        count(Standing.FREE) + count(Standing.WARNED),
                        count(Standing.WARNED) == 0 ? null : texts.text("figure.withWarning", count(Standing.WARNED))),
                Figure.onCover("soon", texts.text("figure.refundSoon", SOON), soon, null),
                new Figure("next", texts.text("figure.refundNext"), Kind.DAY, first, null, Figure.Place.COVER),
                Figure.onCover("blocked", texts.text("figure.refundBlocked"), count(Standing.BLOCKED), null),
                Figure.onCover(
                        "late",
                        texts.text("figure.refundLate"),
                        count(Standing.LATE),
                        count(Standing.UNKNOWN) == 0
                                ? null
                                : texts.text("figure.refundUnknown", count(Standing.UNKNOWN))),
                Figure.onCover(
                        "orders",
                        texts.text("figure.packages"),
                        standings.values().stream().mapToLong(Long::longValue).sum(),
                        null));
    }

    private List<String> steps() {
        return new Steps(texts)
                .when(
                        count(Standing.FREE) + count(Standing.WARNED),
                        "refunds.step.ask",
                        next == null ? "" : texts.day(next))
                .when(count(Standing.BLOCKED), "refunds.step.blocked")
                .when(count(Standing.UNKNOWN), "refunds.step.unknown")
                .all();
    }

    private long count(Standing standing) {
        return standings.getOrDefault(standing, 0L);
    }

    /** One bar a week in which windows close. */
    private List<Piece> bars() {
        List<Piece> bars = new ArrayList<>();
        for (long week = 0; week <= refundDays() / 7; week++) {
            String days = texts.text("refunds.week", week * 7, Math.min(week * 7 + 6, refundDays()));
            for (Standing standing : List.of(Standing.FREE, Standing.WARNED, Standing.BLOCKED)) {
                long count = weeks.getOrDefault(standing, Map.of()).getOrDefault(week, 0L);
                bars.add(new Piece(word(standing), days, count));
            }
        }
        return bars;
    }

    private String word(Standing standing) {
        return texts.word("refund", standing.name());
    }

    private Table<Map.Entry<Rule, Long>> byRule() {
        List<Field<Map.Entry<Rule, Long>>> fields = List.of(
                Field.text("code", 44, entry -> entry.getKey().code()),
                Field.text("meaning", 34, entry -> messages.title(entry.getKey())),
                Field.whole("orders", 12, Map.Entry::getValue));
        return Table.brief("CODES", texts.text("section.CODES"), List.copyOf(rules.entrySet()), fields);
    }

    private Table<RefundCase> details() {
        List<Field<RefundCase>> fields = List.of(
                Field.text("organisation", 28, RefundCase::organisation),
                Field.text("order", 14, one -> one.order().number()),
                Field.text("package", 30, this::packageName),
                Field.day("purchased", 12, one -> one.order().purchasedOn()),
                Field.day("refundUntil", 14, RefundCase::last),
                Field.whole("days", 8, one -> one.last() == null ? null : daysTo(one.last())),
                Field.text("standing", 26, one -> word(one.standing())),
                Field.text("codes", 20, RefundCase::codes),
                Field.text("obstacle", 70, one -> one.reasons(messages, texts)));
        return Table.detail("REFUNDS", texts, cases::all, fields);
    }

    private String packageName(RefundCase one) {
        return texts.packageName(one.line());
    }
}
