package io.almoner.ledger;

import java.util.function.Supplier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;

import static org.assertj.core.api.Assertions.assertThat;

class HandOversTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_was_only_written_is_not_known_to_the_portal(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            HandOvers handOvers = access.handOvers();
            handOvers.written(new HandOver(1, "hand-off", null, 10, null));

            assertThat(handOvers.confirmed("hand-off").includes(entry(10, 100))).isFalse();
            assertThat(handOvers.ofRun(1)).contains(new HandOver(1, "hand-off", null, 10, null));
            assertThat(handOvers.ofRun(2)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_was_confirmed_is_known_up_to_what_the_export_saw(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            HandOvers handOvers = access.handOvers();
            handOvers.written(new HandOver(1, "hand-off", null, 10, null));
            handOvers.written(new HandOver(2, "hand-off", 100L, 20, null));
            handOvers.confirm(1, "one@contoso.example", Samples.NOON);
            handOvers.confirm(1, "two@contoso.example", Samples.NOON);
            handOvers.confirm(2, "two@contoso.example", Samples.NOON);

            Confirmed confirmed = handOvers.confirmed("hand-off");
            assertThat(confirmed.includes(entry(10, 200))).isTrue();
            assertThat(confirmed.includes(entry(11, 200))).isFalse();
            assertThat(confirmed.includes(entry(20, 100))).isTrue();
            assertThat(confirmed.includes(entry(21, 100))).isFalse();
            assertThat(handOvers.confirmed("vs-bulk-add").includes(entry(1, 100)))
                    .isFalse();
            assertThat(handOvers.ofRun(1))
                    .get()
                    .extracting(HandOver::confirmedBy)
                    .as("who said so first")
                    .isEqualTo("one@contoso.example");
        }
    }

    private static AuditEntry entry(long id, long organisationId) {
        Change change = Change.created(ChangeKind.SEAT_ASSIGNED, Samples.seat(1, 2, null, null));
        return new AuditEntry(id, 1, 0, 0, organisationId, change, Samples.NOON);
    }
}
