package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.almoner.book.Benefit;
import io.almoner.book.Identity;

import static org.assertj.core.api.Assertions.assertThat;

class ConsistencyTest {

    private static final LocalDate OCTOBER = LocalDate.of(2019, 10, 1);

    private final SmallBook small = new SmallBook();
    private final Benefit subscriptions = small.subscriptions("A", 2);

    private List<Situation> on(LocalDate day) {
        Terms terms = new Terms(day, SmallBook.TERMS.policy(), Tolerance.STANDARD);
        return new Consistency(small.book(), terms)
                .check().stream().map(Drift::situation).toList();
    }

    @Test
    void has_nothing_to_say_of_a_book_in_order() {
        small.seat(subscriptions, small.user("ann"), "g1", OCTOBER);
        small.seat(subscriptions, null, "g2", OCTOBER);

        assertThat(on(SmallBook.DAY)).isEmpty();
        assertThat(on(SmallBook.END)).doesNotContain(Situation.EXPIRED_BUT_ASSIGNED);
    }

    @Test
    void tells_what_is_over_from_the_day_after_its_last() {
        small.seat(subscriptions, small.user("ann"), "g1", OCTOBER);

        assertThat(on(SmallBook.END.plusDays(1)))
                .containsExactly(Situation.STATE_OVER, Situation.STATE_OVER, Situation.EXPIRED_BUT_ASSIGNED);
    }

    @Test
    void tells_when_more_is_held_than_granted() {
        for (int user = 0; user < 3; user++) {
            small.seat(subscriptions, small.user("u" + user), "g" + user, OCTOBER);
        }

        assertThat(on(SmallBook.DAY)).containsExactly(Situation.OVER_ALLOCATED);
    }

    @Test
    void tells_a_seat_whose_holder_is_disabled() {
        small.seat(subscriptions, small.user("dan", Identity.WORK, false), "g1", OCTOBER);

        assertThat(on(SmallBook.DAY)).containsExactly(Situation.HOLDER_GONE);
    }
}
