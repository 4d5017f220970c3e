package io.almoner.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the seats that are held came and went: Visual Studio subscriptions and seats of cloud benefits at the end of each of
 * the last months, as the audit trail tells it.
 *
 * @param points the oldest first, the report's own day last; none of days before the first run
 */
record SeatTrend(List<Point> points) {

    private static final int MONTHS = 12;

    /** The seats that somebody held at the end of a day. */
    record Point(LocalDate day, long held) {}

    static SeatTrend read(ScopedLedger ledger) {
        return new SeatTrend(ledger.trail().heldSeats().on(days(ledger.scope().on()), ledger.span()).entrySet().stream()
                .map(point -> new Point(point.getKey(), point.getValue()))
                .toList());
    }

    private static List<LocalDate> days(LocalDate on) {
        Stream<LocalDate> monthEnds = IntStream.range(1, MONTHS)
                .mapToObj(back -> YearMonth.from(on).minusMonths(MONTHS - back).atEndOfMonth());
        return Stream.concat(monthEnds, Stream.of(on)).toList();
    }
}
