package io.almoner.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.ledger.HeldSeats.Span;

import static org.assertj.core.api.Assertions.assertThat;

class HeldSeatsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    @TempDir
    Path temporary;

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void are_those_of_rebuilt_ledgers_in_whatever_order_the_days_came(Supplier<LedgerPlace> fresh) {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            RandomChanges changes = new RandomChanges(seed);
            try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
                for (int run = 0; run < 12; run++) {
                    changes.run(access, DAY.plusDays(random.nextInt(4)));
                }
                List<LocalDate> days =
                        Stream.iterate(DAY, day -> day.plusDays(1)).limit(5).toList();
                Span some = new Span(300, 700);

                for (LocalDate day : days) {
                    assertThat(access.heldSeats().on(days, ALL).get(day))
                            .as("seed %d, %s", seed, day)
                            .isEqualTo(rebuilt(access, day, ALL));
                    assertThat(access.heldSeats().on(days, some).get(day)).isEqualTo(rebuilt(access, day, some));
                }
                assertThat(access.heldSeats().on(List.of(DAY.minusDays(1)), ALL))
                        .isEmpty();
            }
        }
    }

    private long rebuilt(LedgerAccess access, LocalDate day, Span organisations) {
        Optional<PastLedger> past = PastLedger.asOf(access, day, temporary);
        try {
            return JdbcClient.create(past.map(PastLedger::access).orElse(access).dataSource())
                    .sql("""
                            select count(*) from seat
                            where person_id is not null and state in ('ACTIVE', 'PENDING')
                              and organisation_id between ? and ?
                            """)
                    .params(organisations.first(), organisations.last())
                    .query(Long.class)
                    .single();
        } finally {
            past.ifPresent(PastLedger::close);
        }
    }
}
