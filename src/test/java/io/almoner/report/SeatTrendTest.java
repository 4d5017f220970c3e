package io.almoner.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.MigrationState;
import io.almoner.book.Organisation;
import io.almoner.book.Platform;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.Unit;
import io.almoner.jobs.Policies;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.ledger.NewRun;
import io.almoner.ledger.RecordedChange;
import io.almoner.report.SeatTrend.Point;

import static org.assertj.core.api.Assertions.assertThat;

class SeatTrendTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void tells_the_seats_held_at_the_end_of_each_month_and_on_the_day(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            run(access, "2026-01-15", 1, organisation(1), benefit(2, Category.VISUAL_STUDIO), seat(3, 2, 9L));
            run(access, "2026-02-28", 1, benefit(4, Category.CLOUD), seat(5, 4, 9L), seat(6, 4, null));
            run(access, "2026-03-01", 1, benefit(7, Category.TECHNICAL), seat(8, 7, 9L));
            run(access, "2026-04-10", 11, organisation(11), benefit(12, Category.CLOUD), seat(13, 12, 19L));

            assertThat(points(access, "2026-04-20", null))
                    .containsExactly(
                            point("2026-01-31", 1),
                            point("2026-02-28", 2),
                            point("2026-03-31", 2),
                            point("2026-04-20", 3));
            assertThat(points(access, "2026-04-09", "ORG-1"))
                    .containsExactly(
                            point("2026-01-31", 1),
                            point("2026-02-28", 2),
                            point("2026-03-31", 2),
                            point("2026-04-09", 2));
            assertThat(points(access, "2027-02-28", "ORG-11"))
                    .hasSize(12)
                    .startsWith(point("2026-03-31", 0), point("2026-04-30", 1))
                    .endsWith(point("2027-02-28", 1));
            assertThat(points(access, "2026-01-14", null)).isEmpty();
            assertThat(listed(access)).isEqualTo(3);
        }
    }

    /** The Visual Studio and cloud seats that the report about allocations lists. */
    private static long listed(LedgerAccess access) {
        Scope scope = new Scope(
                LocalDate.parse("2026-04-20"), new Policies().named("2020-03").orElseThrow(), null);
        ScopedLedger ledger = new ScopedLedger(access, scope, new Texts(Locale.ENGLISH), NOW);
        try (Stream<AssignmentLine> lines =
                new AllocationsQuery(ledger).report().assignments().open()) {
            return lines.map(line -> line.benefit().category())
                    .filter(Set.of("VISUAL_STUDIO", "CLOUD")::contains)
                    .count();
        }
    }

    private static List<Point> points(LedgerAccess access, String on, String organisation) {
        Scope scope =
                new Scope(LocalDate.parse(on), new Policies().named("2020-03").orElseThrow(), organisation);
        return SeatTrend.read(new ScopedLedger(access, scope, new Texts(Locale.ENGLISH), NOW))
                .points();
    }

    private static Point point(String day, long held) {
        return new Point(LocalDate.parse(day), held);
    }

    private static void run(LedgerAccess access, String on, long organisation, Change... changes) {
        long run = access.runs()
                .start(new NewRun("migrate", "f", false, "2020-03", LocalDate.parse(on), null, "os", "/tmp", "{}", NOW))
                .id();
        List<RecordedChange> recorded = Stream.of(changes)
                .map(change -> new RecordedChange(organisation, 0, 0, change))
                .toList();
        access.ledger().write(new Commit(run, recorded, List.of(), List.of(), 0, NOW));
    }

    private static Change organisation(long id) {
        return Change.created(
                ChangeKind.ORGANISATION_MIGRATED,
                new Organisation(
                        id,
                        "ORG-" + id,
                        "Contoso",
                        Platform.PARTNER_CENTER,
                        MigrationState.MIGRATED,
                        null,
                        null,
                        null));
    }

    private static Change benefit(long id, Category category) {
        return Change.created(
                ChangeKind.BENEFIT_RECORDED,
                new Benefit(
                        id,
                        100,
                        101,
                        "Benefit",
                        category,
                        BenefitType.CORE,
                        5,
                        Unit.SEAT,
                        0,
                        BenefitStatus.ACTIVE,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Change seat(long id, long benefit, Long user) {
        return Change.created(
                ChangeKind.SEAT_RECORDED,
                new Seat(
                        id,
                        benefit,
                        user,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        SeatState.ACTIVE,
                        null));
    }
}
