package io.almoner.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;
import io.almoner.book.Holder;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Seat;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void loads_what_was_written(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Ledger ledger = access.ledger();
            List<RecordedChange> changes = new ArrayList<>();
            for (int n = 1; n <= 3; n++) {
                changes.addAll(Samples.created(100L * n, Samples.organisation(n)));
            }
            ledger.write(Samples.commit(changes));

            Map<Long, OrgBook> books = ledger.load(List.of(100L, 300L, 999L));

            assertThat(books).containsOnlyKeys(100L, 300L);
            assertThat(Contents.of(books.get(100L))).containsExactlyElementsOf(Samples.organisation(1));
            assertThat(Contents.of(books.get(300L))).containsExactlyElementsOf(Samples.organisation(3));
            assertThat(books.get(100L).code()).isEqualTo("ORG-1");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void finds_organisations_and_holders_in_bulk(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Ledger ledger = access.ledger();
            ledger.write(Samples.commit(Samples.created(100, Samples.organisation(1))));

            Holder holder = new Holder("ORG-1", "ORD-1", "Visual Studio Enterprise");
            assertThat(ledger.organisationsOfCodes(List.of("ORG-1", "nobody"))).isEqualTo(Map.of("ORG-1", 100L));
            assertThat(ledger.organisationsOfMpnIds(List.of("100001", "2"))).isEqualTo(Map.of("100001", "ORG-1"));
            assertThat(ledger.holdersOfKeys(List.of("fingerprint1", "x"))).isEqualTo(Map.of("fingerprint1", holder));
            assertThat(ledger.holdersOfGuids(List.of("guid-1", "x"))).isEqualTo(Map.of("guid-1", holder));
            assertThat(ledger.organisationsOfCodes(List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void finds_only_who_has_a_guid_now(Supplier<LedgerPlace> fresh) {
        LedgerPlace place = fresh.get();
        Holder holder = new Holder("ORG-1", "ORD-1", "Visual Studio Enterprise");
        Seat first = Samples.seat(108, 106, 102L, "guid-1");
        Seat renamed = Samples.seat(108, 106, 102L, "guid-2");
        Seat taker = Samples.seat(110, 106, 102L, "guid-1");
        try (LedgerAccess access = LedgerAccess.open(place)) {
            Ledger ledger = access.ledger();
            ledger.write(Samples.commit(Samples.created(100, Samples.organisation(1))));
            ledger.write(Samples.commit(List.of(recorded(Change.changed(ChangeKind.SEAT_CHANGED, first, renamed)))));
            assertThat(ledger.holdersOfGuids(List.of("guid-1", "guid-2"))).isEqualTo(Map.of("guid-2", holder));
        }
        try (LedgerAccess access = LedgerAccess.open(place)) {
            Ledger ledger = access.ledger();
            assertThat(ledger.holdersOfGuids(List.of("guid-1", "guid-2"))).isEqualTo(Map.of("guid-2", holder));
            assertThat(ledger.holdersOfGuids(List.of("guid-1"))).isEmpty();
            ledger.write(Samples.commit(List.of(
                    recorded(new Change(ChangeKind.SEAT_CHANGED, renamed, null)),
                    recorded(Change.created(ChangeKind.SEAT_RECORDED, taker)))));
            assertThat(ledger.holdersOfGuids(List.of("guid-1", "guid-2"))).isEqualTo(Map.of("guid-1", holder));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void writes_the_last_state_of_an_entity_and_audits_every_step(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Ledger ledger = access.ledger();
            Seat first = Samples.seat(108, 106, 102L, "g");
            Seat second = Samples.seat(108, 106, null, "g");
            List<RecordedChange> changes = new ArrayList<>(Samples.created(
                    100,
                    Samples.organisation(1).stream().filter(e -> e.id() != 108).toList()));
            changes.add(recorded(Change.created(ChangeKind.SEAT_RECORDED, first)));
            changes.add(recorded(Change.changed(ChangeKind.SEAT_CHANGED, first, second)));
            ledger.write(Samples.commit(changes));
            assertThat(seats(ledger)).containsExactly(second);

            ledger.write(Samples.commit(List.of(
                    recorded(Change.changed(ChangeKind.SEAT_ASSIGNED, second, first)),
                    recorded(Change.changed(ChangeKind.SEAT_CHANGED, first, first)))));
            assertThat(seats(ledger)).containsExactly(first);

            ledger.write(Samples.commit(List.of(recorded(new Change(ChangeKind.SEAT_CHANGED, first, null)))));
            assertThat(seats(ledger)).isEmpty();
            assertThat(ledger.revision()).isEqualTo(11 + 2 + 1);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void replays_into_the_books_that_the_tables_hold(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Ledger ledger = access.ledger();
            for (int n = 1; n <= 4; n++) {
                ledger.write(Samples.commit(Samples.created(100L * n, Samples.organisation(n))));
            }
            Seat seat = Samples.seat(108, 106, 102L, "guid-1");
            ledger.write(Samples.commit(List.of(
                    recorded(Change.changed(ChangeKind.SEAT_CHANGED, seat, Samples.seat(108, 106, null, null))))));

            Map<Long, OrgBook> replayed = new TreeMap<>();
            access.auditTrail().replay(1, Long.MAX_VALUE, entry -> {
                if (entry.change().entity() instanceof Organisation organisation) {
                    replayed.computeIfAbsent(organisation.id(), id -> new OrgBook(organisation.code()));
                }
                replayed.get(entry.organisationId()).apply(entry.change());
                assertThat(entry.at()).isEqualTo(Samples.NOON);
            });

            Map<Long, OrgBook> loaded = ledger.load(List.of(100L, 200L, 300L, 400L));
            assertThat(replayed.keySet()).isEqualTo(new java.util.TreeSet<>(loaded.keySet()));
            replayed.forEach(
                    (id, book) -> assertThat(Contents.of(book)).containsExactlyElementsOf(Contents.of(loaded.get(id))));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void gives_identifiers_from_where_the_last_commit_stood(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Ledger ledger = access.ledger();
            assertThat(ledger.revision()).isZero();
            Identifiers identifiers = ledger.identifiers();
            assertThat(identifiers.next()).isEqualTo(1);
            assertThat(identifiers.next()).isEqualTo(2);
            ledger.write(new Commit(1, List.of(), List.of(), List.of(), identifiers.upcoming(), Samples.NOON));
            identifiers.next();

            assertThat(ledger.identifiers().next()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void stores_texts_that_a_database_would_refuse(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            Ledger ledger = access.ledger();
            List<Entity> entities = new ArrayList<>(Samples.organisation(1));
            entities.set(8, Samples.seat(108, 106, null, "a\0b\uD800c"));
            ledger.write(Samples.commit(Samples.created(100, entities)));

            assertThat(seats(ledger)).extracting(Seat::subscriptionGuid).containsExactly("a\uFFFDb\uFFFDc");
        }
    }

    private static List<Seat> seats(Ledger ledger) {
        OrgBook book = ledger.load(List.of(100L)).get(100L);
        return book.seats(book.benefit(106));
    }

    private static RecordedChange recorded(Change change) {
        return new RecordedChange(100, 1, 7, change);
    }
}
