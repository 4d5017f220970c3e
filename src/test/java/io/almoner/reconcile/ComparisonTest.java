package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.almoner.book.Benefit;
import io.almoner.book.Command;
import io.almoner.book.Identity;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.book.Wish.AddUser;

import static io.almoner.reconcile.SmallBook.row;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    private static final LocalDate OCTOBER = LocalDate.of(2019, 10, 1);
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);

    private final SmallBook small = new SmallBook();
    private final User ann = small.user("ann");
    private final Benefit subscriptions = small.subscriptions("A", 10);
    private final Comparison comparison = new Comparison(small.book(), SmallBook.TERMS, new Seen());

    private List<Situation> situations(Command row) {
        return situations(comparison.compare(row));
    }

    private static List<Situation> situations(List<Drift> drifts) {
        return drifts.stream().map(Drift::situation).toList();
    }

    private List<Drift> absent(String layout) {
        Coverage coverage = new Coverage();
        coverage.add(layout);
        return comparison.absent(coverage).drifts();
    }

    @Test
    void is_silent_where_both_say_the_same_or_the_portal_says_nothing() {
        small.seat(subscriptions, ann, "g1", OCTOBER);

        assertThat(comparison.compare(row(ann, "g1", null))).isEmpty();
        assertThat(absent("vs_export")).isEmpty();
    }

    @Test
    void lets_dates_be_a_day_apart_and_no_more() {
        small.seat(subscriptions, ann, "g1", OCTOBER);
        small.seat(subscriptions, ann, "g2", OCTOBER);

        assertThat(comparison.compare(row(ann, "g1", OCTOBER.minusDays(1)))).isEmpty();
        assertThat(comparison.compare(row(ann, "g2", OCTOBER.plusDays(2))))
                .singleElement()
                .satisfies(drift -> assertThat(drift.differences())
                        .containsExactly(new Difference("AssignedDate", "2019-10-01", "2019-10-03")));
    }

    @Test
    void takes_capitals_wide_letters_and_spaces_for_the_same() {
        small.seat(subscriptions, ann, "g1", OCTOBER);

        assertThat(comparison.compare(row(ann.email(), "G1", OCTOBER, " ＡＮＮ"))).isEmpty();
    }

    @Test
    void matches_two_rows_to_two_seats_that_nothing_tells_apart() {
        small.seat(subscriptions, ann, null, OCTOBER);
        small.seat(subscriptions, ann, null, OCTOBER);

        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(absent("vs_export")).isEmpty();
    }

    @Test
    void misses_one_of_three_such_seats_when_there_are_two_rows() {
        for (int seat = 0; seat < 3; seat++) {
            small.seat(subscriptions, ann, null, OCTOBER);
        }

        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(situations(absent("vs_export"))).containsExactly(Situation.MISSING_THERE);
    }

    @Test
    void calls_the_third_row_of_two_such_seats_one_too_many() {
        small.seat(subscriptions, ann, null, OCTOBER);
        small.seat(subscriptions, ann, null, OCTOBER);

        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(situations(row(ann, null, OCTOBER))).containsExactly(Situation.DUPLICATED_THERE);
        assertThat(absent("vs_export")).isEmpty();
    }

    @Test
    void takes_the_most_alike_first() {
        small.seat(subscriptions, ann, null, OCTOBER);
        small.seat(subscriptions, ann, null, MARCH);

        assertThat(comparison.compare(row(ann, null, MARCH))).isEmpty();
        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
    }

    /** Whatever the order of the rows: the seat with the GUID is meant by the row with the GUID. */
    @Test
    void leaves_a_seat_with_a_guid_to_the_row_with_that_guid() {
        small.seat(subscriptions, ann, "g1", OCTOBER);
        small.seat(subscriptions, ann, null, OCTOBER);

        assertThat(comparison.compare(row(ann, null, OCTOBER))).isEmpty();
        assertThat(comparison.compare(row(ann, "g1", OCTOBER))).isEmpty();
        assertThat(absent("vs_export")).isEmpty();
    }

    @Test
    void cannot_say_which_of_two_orders_a_row_means() {
        small.seat(subscriptions, ann, null, OCTOBER);
        small.seat(small.subscriptions("B", 10), ann, null, OCTOBER);

        assertThat(comparison.compare(row(ann, null, OCTOBER))).singleElement().satisfies(drift -> {
            assertThat(drift.situation()).isEqualTo(Situation.UNMATCHED);
            assertThat(drift.candidates())
                    .containsExactly(SmallBook.VISUAL_STUDIO + " (A)", SmallBook.VISUAL_STUDIO + " (B)");
            assertThat(drift.fix()).isNull();
        });
        assertThat(absent("vs_export")).isEmpty();
    }

    @Test
    void gives_a_seat_that_is_missing_here_to_its_holder_and_takes_a_free_one_for_it() {
        Seat free = small.seat(subscriptions, null, null, OCTOBER);

        assertThat(comparison.compare(row(ann, "g9", MARCH))).singleElement().satisfies(drift -> {
            assertThat(drift.situation()).isEqualTo(Situation.MISSING_HERE);
            Seat taken = (Seat)
                    Objects.requireNonNull(Objects.requireNonNull(drift.fix()).after());
            assertThat(taken.id()).isEqualTo(free.id());
            assertThat(taken.userId()).isEqualTo(ann.id());
            assertThat(taken.subscriptionGuid()).isEqualTo("g9");
        });
    }

    @Test
    void frees_here_what_is_free_there_but_only_as_an_answer() {
        Seat held = small.seat(subscriptions, ann, "g1", OCTOBER);

        assertThat(comparison.compare(row(null, "g1", null, null)))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.situation()).isEqualTo(Situation.SEAT_FREED_THERE);
                    assertThat(Objects.requireNonNull(drift.fix()).after()).isEqualTo(held.freed(SmallBook.DAY));
                });
        assertThat(small.book().held(subscriptions)).isOne();
    }

    @Test
    void does_not_miss_a_personal_account_in_a_directory_nor_who_is_disabled_here() {
        small.user("mia", Identity.MSA, true);
        small.user("dan", Identity.WORK, false);

        assertThat(absent("entra_users"))
                .singleElement()
                .satisfies(drift -> assertThat(drift.subject().person()).isEqualTo(ann.email()));
    }

    @Test
    void tells_the_seats_of_a_user_who_is_gone_or_disabled_there() {
        User bob = small.user("bob");
        small.seat(subscriptions, ann, "g1", OCTOBER);
        small.seat(subscriptions, bob, "g2", OCTOBER);

        assertThat(situations(new AddUser(ann.email(), null, null, null, null, false)))
                .containsExactly(Situation.DIFFERENT_VALUE, Situation.HOLDER_GONE);
        assertThat(absent("entra_users"))
                .extracting(Drift::situation)
                .containsExactly(Situation.MISSING_THERE, Situation.HOLDER_GONE);
    }

    @Test
    void misses_nothing_that_no_list_has_to_name() {
        small.seat(subscriptions, ann, "g1", OCTOBER);

        assertThat(absent("keys_export")).isEmpty();
        assertThat(absent("bulk_assignments")).isEmpty();
    }
}
