package io.almoner.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;
import io.almoner.book.Organisation;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PastLedgerTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Seat SEAT = Samples.seat(108, 106, 102L, "guid-1");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @MethodSource(BOTH)
    void has_the_books_that_the_ledger_had_on_each_day(Supplier<LedgerPlace> fresh) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            TreeMap<LocalDate, List<String>> then = new TreeMap<>();
            RandomChanges changes = new RandomChanges(seed);
            try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
                for (int run = 0; run < 8; run++) {
                    LocalDate day = DAY.plusDays(run / 2 * 3L);
                    changes.run(access, day);
                    then.put(day, BookTables.of(access));
                    then.put(day.plusDays(1), BookTables.of(access));
                }
                then.put(DAY.minusDays(1), List.of());
                LocalDate last = DAY.plusDays(9);

                then.headMap(last)
                        .forEach((day, books) ->
                                assertThat(asOf(access, day)).as("%s", day).isEqualTo(books));
                assertThat(PastLedger.asOf(access, last, temporary)).isEmpty();
                changes.run(access, last.plusYears(1));
                assertThat(asOf(access, last)).isEqualTo(then.get(last));
            }
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void leaves_the_ledger_and_its_home_as_they_are(Supplier<LedgerPlace> fresh) throws IOException {
        LedgerPlace place = fresh.get();
        try (LedgerAccess access = LedgerAccess.open(place)) {
            PastRuns.of(access, DAY, created(Samples.organisation(1)));
            PastRuns.of(access, DAY.plusDays(1), created(Samples.organisation(2)));
            List<String> books = BookTables.of(access);
            List<Path> files = files(place.home());

            assertThat(asOf(access, DAY)).hasSize(10).isNotEqualTo(books);

            assertThat(BookTables.of(access)).isEqualTo(books);
            assertThat(access.ledger().revision()).isEqualTo(20);
            assertThat(files(place.home())).isEqualTo(files);
        }
    }

    @Test
    void takes_of_a_run_for_an_earlier_day_only_what_it_changed() {
        Seat removed = Samples.like(SEAT, null, "REF-108", SeatState.REMOVED);
        try (LedgerAccess access = withSeat()) {
            PastRuns.of(access, DAY.plusDays(2), Change.changed(ChangeKind.SEAT_REMOVED, SEAT, removed));
            Seat renamed = Samples.like(SEAT, null, "Another", SeatState.REMOVED);
            PastRuns.of(access, DAY.plusDays(1), Change.changed(ChangeKind.SEAT_CHANGED, removed, renamed));

            assertThat(seats(access, DAY)).containsExactly(SEAT);
            assertThat(seats(access, DAY.plusDays(1)))
                    .containsExactly(Samples.like(SEAT, 102L, "Another", SeatState.ACTIVE));
        }
    }

    @Test
    void has_what_only_a_run_for_an_earlier_day_changed_and_misses_nothing_that_was_not_there() {
        Seat later = Samples.seat(120, 106, 102L, "guid-2");
        Seat gone = Samples.seat(121, 106, 102L, "guid-3");
        Seat shown = Samples.seat(122, 106, 102L, "guid-4");
        Seat changed = Samples.like(later, null, "Early", SeatState.UNASSIGNED);
        try (LedgerAccess access = withSeat()) {
            PastRuns.of(access, DAY.plusDays(2), created(List.of(later, gone, shown)));
            PastRuns.of(
                    access,
                    DAY.plusDays(1),
                    Change.changed(ChangeKind.SEAT_CHANGED, later, changed),
                    new Change(ChangeKind.SEAT_REMOVED, gone, null),
                    Change.changed(ChangeKind.KEY_SHOWN, shown, shown));

            assertThat(seats(access, DAY.plusDays(1))).containsExactly(SEAT, changed);
        }
    }

    @Test
    void an_undo_belongs_to_its_own_day() {
        Seat reassigned = Samples.like(SEAT, 103L, "REF-108", SeatState.ACTIVE);
        try (LedgerAccess access = withSeat()) {
            String run =
                    PastRuns.of(access, DAY.plusDays(1), Change.changed(ChangeKind.SEAT_REASSIGNED, SEAT, reassigned));
            PastRuns.undo(access, DAY.plusDays(3), run, Change.changed(ChangeKind.CHANGE_UNDONE, reassigned, SEAT));

            assertThat(seats(access, DAY.plusDays(2))).containsExactly(reassigned);
            assertThat(PastLedger.asOf(access, DAY.plusDays(3), temporary)).isEmpty();
        }
    }

    @Test
    void an_undo_counts_for_a_run_of_an_earlier_day_that_was_made_after_it() {
        Organisation wrong = organisation(100);
        Organisation right = organisation(200); // of the same code, which only one may have
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            String run = PastRuns.of(access, DAY, Change.created(ChangeKind.ORGANISATION_MIGRATED, wrong));
            PastRuns.undo(access, DAY.plusYears(1), run, new Change(ChangeKind.CHANGE_UNDONE, wrong, null));
            PastRuns.of(access, DAY, Change.created(ChangeKind.ORGANISATION_MIGRATED, right));
            PastRuns.of(access, DAY.plusYears(2), created(Samples.organisation(3)));

            assertThat(asOf(access, DAY)).containsExactly("200 " + right);
        }
    }

    @Test
    void only_its_owner_sees_it_and_nothing_stays_after_a_failure() throws IOException {
        try (LedgerAccess access = withSeat()) {
            PastRuns.of(access, DAY.plusDays(2), Change.changed(ChangeKind.SEAT_REMOVED, SEAT, SEAT));
            try (PastLedger past = PastLedger.asOf(access, DAY, temporary).orElseThrow();
                    Stream<Path> folders = Files.list(temporary)) {
                assertThat(past.access().ledger().organisationCodes()).containsExactly("ORG-1");
                assertThat(folders)
                        .singleElement()
                        .satisfies(folder -> assertThat(
                                        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                                .isEqualTo("rwx------"));
            }
            assertThat(temporary).isEmptyDirectory();

            JdbcClient.create(access.dataSource())
                    .sql("update audit_change set after_json = '{' where id = 5")
                    .update();
            assertThatThrownBy(() -> PastLedger.asOf(access, DAY, temporary)).isInstanceOf(RuntimeException.class);
            assertThat(temporary).isEmptyDirectory();
        }
    }

    private static LedgerAccess withSeat() {
        LedgerAccess access = LedgerAccess.open(Databases.h2());
        PastRuns.of(access, DAY, created(Samples.organisation(1)));
        return access;
    }

    private static Change[] created(List<? extends Entity> entities) {
        return entities.stream()
                .map(entity -> Change.created(ChangeKind.SEAT_RECORDED, entity))
                .toArray(Change[]::new);
    }

    private static Organisation organisation(long id) {
        Organisation sample = (Organisation) Samples.organisation(1).get(0);
        return new Organisation(
                id,
                sample.code(),
                sample.name(),
                sample.platform(),
                sample.state(),
                sample.invitedOn(),
                sample.accountEmail(),
                sample.movedBy());
    }

    private List<String> asOf(LedgerAccess access, LocalDate day) {
        try (PastLedger past = PastLedger.asOf(access, day, temporary).orElseThrow()) {
            return BookTables.of(past.access());
        }
    }

    private List<Seat> seats(LedgerAccess access, LocalDate day) {
        try (PastLedger past = PastLedger.asOf(access, day, temporary).orElseThrow()) {
            var book = past.access().ledger().load(List.of(100L)).get(100L);
            return book.seats(book.benefit(106));
        }
    }

    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.sorted().toList();
        }
    }
}
