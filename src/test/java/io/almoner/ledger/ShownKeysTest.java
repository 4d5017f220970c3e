package io.almoner.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.KeyState;
import io.almoner.book.ProductKey;
import io.almoner.book.SealedKey;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run had shown is told from the audit trail, page by page; benefits are found by their names. */
class ShownKeysTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";

    /** More than one page. */
    private static final int KEYS = 2_100;

    @ParameterizedTest
    @MethodSource(BOTH)
    void tells_every_key_of_the_run_once_in_the_order_in_which_it_was_asked_for(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            long source = access.sources().idOf(new SourceKey("sha", "wishes.xlsx", "bulk_assignments"));
            write(access, run(access, "migrate"), Samples.created(100, Samples.organisation(1)));
            List<RecordedChange> recorded = new ArrayList<>();
            List<RecordedChange> revealed = new ArrayList<>();
            for (int n = KEYS; n > 0; n--) {
                ProductKey key = key(n, KeyState.UNREVEALED, null);
                recorded.add(changed(0, 0, Change.created(ChangeKind.KEY_RECORDED, key)));
                ProductKey after = key(n, KeyState.REVEALED, Samples.DAY);
                revealed.add(changed(source, n, Change.changed(ChangeKind.KEY_REVEALED, key, after)));
            }
            long run = run(access, "assign");
            write(access, run, recorded);
            write(access, run, revealed);
            ProductKey again = key(KEYS, KeyState.REVEALED, Samples.DAY);
            write(access, run, List.of(changed(source, 9_999, Change.changed(ChangeKind.KEY_SHOWN, again, again))));
            long other = run(access, "keys");
            write(access, other, List.of(changed(0, 0, Change.changed(ChangeKind.KEY_SHOWN, again, again))));

            List<ShownKey> told = new ArrayList<>();
            access.shownKeys().tell(run, told::add);

            assertThat(access.shownKeys().count(run)).isEqualTo(KEYS + 1);
            assertThat(told).hasSize(KEYS);
            assertThat(told).extracting(ShownKey::row).first().isEqualTo(KEYS);
            assertThat(told).extracting(ShownKey::row).last().isEqualTo(1);
            assertThat(told.get(0))
                    .isEqualTo(new ShownKey(
                            "ORG-1",
                            "东方软件 & Söhne\t\\N\n",
                            "100001",
                            "ORD-1",
                            "Visual Studio Enterprise",
                            again,
                            "Say \"hello\",\nthen wait",
                            List.of("https://example.org/a?b=c&d"),
                            "wishes.xlsx",
                            KEYS));
            List<ShownKey> elsewhere = new ArrayList<>();
            access.shownKeys().tell(other, elsewhere::add);
            assertThat(elsewhere).singleElement().satisfies(shown -> {
                assertThat(shown.sourceName()).isNull();
                assertThat(shown.row()).isZero();
            });
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void finds_benefits_by_name_within_a_scope(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            access.ledger().write(Samples.commit(Samples.created(100, Samples.organisation(1))));
            access.ledger().write(Samples.commit(Samples.created(200, Samples.organisation(2))));
            BenefitDirectory benefits = access.benefits();
            List<String> names = List.of("Visual Studio Enterprise", "nothing");
            var anywhere = new BenefitDirectory.Scope("", "", "");

            assertThat(benefits.names(anywhere)).containsExactly("Visual Studio Enterprise");
            assertThat(benefits.named(names, anywhere, 9))
                    .containsExactly(
                            new BenefitPlace("ORG-1", "100001", "ORD-1", "Visual Studio Enterprise"),
                            new BenefitPlace("ORG-2", "100002", "ORD-2", "Visual Studio Enterprise"));
            assertThat(benefits.named(names, anywhere, 1)).hasSize(1);
            assertThat(benefits.named(List.of(), anywhere, 9)).isEmpty();
            assertThat(benefits.named(names, new BenefitDirectory.Scope("", "", "ord-2"), 9))
                    .extracting(BenefitPlace::organisationCode)
                    .containsExactly("ORG-2");
            assertThat(benefits.named(names, new BenefitDirectory.Scope("ORG-1", "100001", ""), 9))
                    .hasSize(1);
            assertThat(benefits.named(names, new BenefitDirectory.Scope("ORG-1", "100002", ""), 9))
                    .isEmpty();
        }
    }

    private static ProductKey key(int n, KeyState state, @Nullable LocalDate revealedOn) {
        return new ProductKey(
                1_000 + n,
                106,
                new SealedKey("sealed-" + n, "fingerprint-" + n, "ABCDE"),
                "Retail",
                null,
                null,
                null,
                state,
                revealedOn,
                null,
                0,
                null,
                null);
    }

    private static RecordedChange changed(long source, int row, Change change) {
        return new RecordedChange(100, source, row, change);
    }

    private static void write(LedgerAccess access, long run, List<RecordedChange> changes) {
        access.ledger().write(new Commit(run, changes, List.of(), List.of(), 0, Samples.NOON));
    }

    private static long run(LedgerAccess access, String job) {
        return access.runs()
                .start(new NewRun(job, job, false, "2020-03", Samples.DAY, "a@x.example", "os", "", "{}", Samples.NOON))
                .id();
    }
}
