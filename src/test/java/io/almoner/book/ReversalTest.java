package io.almoner.book;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be taken back, and what stands in the way. */
class ReversalTest {

    private static final Organisation ORGANISATION = new Organisation(
            1, "C1", "Contoso", Platform.PARTNER_CENTER, MigrationState.MIGRATED, null, null, "ann@c.example");
    private static final Location LOCATION =
            new Location(2, "1000001", LocationKind.HEADQUARTERS, null, "Berlin", "DE");
    private static final User ANN = user(3, "ann@c.example", Identity.WORK);
    private static final User BOB = user(4, "bob@c.example", Identity.WORK);
    private static final User ZOE = user(5, "zoe@home.example", Identity.MSA);
    private static final PurchaseOrder ORDER =
            new PurchaseOrder(6, "O-1", OfferType.GOLD, null, "DE", null, null, OrderStatus.ACTIVE, null);
    private static final Benefit BENEFIT = benefit();
    private static final ProductKey KEY = new ProductKey(
            8,
            7,
            new SealedKey("sealed", "print", "ABCDE"),
            "MAK",
            null,
            null,
            null,
            KeyState.UNREVEALED,
            null,
            5L,
            0,
            null,
            null);

    private final OrgBook book = new OrgBook("C1");

    @BeforeEach
    void fill() {
        List.of(ORGANISATION, LOCATION, ANN, BOB, ZOE, ORDER, BENEFIT, KEY).forEach(book::put);
    }

    @Test
    void takes_an_assignment_back_by_its_inverse() {
        Change assigned = Change.changed(ChangeKind.SEAT_ASSIGNED, seat(null), seat(ANN));
        book.put(seat(ANN));

        assertThat(takeBack(assigned).changes())
                .containsExactly(new Change(ChangeKind.CHANGE_UNDONE, seat(ANN), seat(null)));
        assertThat(book.seatsOf(ANN)).isEmpty();
    }

    @Test
    void leaves_a_seat_that_somebody_else_has_by_now() {
        book.put(seat(BOB));

        assertThat(takeBack(Change.changed(ChangeKind.SEAT_REMOVED, seat(ANN), seat(null)))
                        .obstacle())
                .isEqualTo(Obstacle.CHANGED);
    }

    @Test
    void leaves_a_seat_whose_former_holder_is_no_longer_there() {
        book.put(seat(null));
        book.apply(new Change(ChangeKind.CHANGE_UNDONE, BOB, null));

        assertThat(takeBack(Change.changed(ChangeKind.SEAT_REMOVED, seat(BOB), seat(null)))
                        .obstacle())
                .isEqualTo(Obstacle.CHANGED);
    }

    @Test
    void never_gives_a_seat_back_to_a_personal_account() {
        book.put(seat(null));

        assertThat(takeBack(Change.changed(ChangeKind.SEAT_REMOVED, seat(ZOE), seat(null)))
                        .obstacle())
                .isEqualTo(Obstacle.GIVEN_UP);
    }

    @Test
    void leaves_what_is_gone_already() {
        Change recorded = Change.created(ChangeKind.USER_RECORDED, BOB);
        assertThat(takeBack(recorded).obstacle()).isNull();

        assertThat(takeBack(recorded).obstacle()).isEqualTo(Obstacle.CHANGED);
    }

    @Test
    void takes_the_changes_of_a_row_back_together_or_not_at_all() {
        Membership membership = new Membership(9, BOB.id(), LOCATION.id(), null, AdminRight.NONE, null);
        book.put(membership);
        book.put(new RoleGrant(10, BOB.id(), Role.GLOBAL_ADMIN, null));
        Change association = Change.created(ChangeKind.MEMBERSHIP_RECORDED, membership);
        Change user = Change.created(ChangeKind.USER_RECORDED, BOB);

        Reversal.Result result = takeBack(association, user);

        assertThat(result.obstacle()).isEqualTo(Obstacle.NEEDED);
        assertThat(result.blocked()).isEqualTo(user);
        assertThat(result.changes()).isEmpty();
        assertThat(book.memberships(BOB)).containsExactly(membership);
    }

    @Test
    void keeps_a_user_on_whom_something_stands() {
        Change recorded = Change.created(ChangeKind.USER_RECORDED, BOB);
        for (Entity dependent : List.of(
                seat(BOB),
                new RoleGrant(21, BOB.id(), Role.USER_ADMIN, null),
                new Membership(22, BOB.id(), LOCATION.id(), null, AdminRight.NONE, null),
                new MarketingContact(23, BOB.id(), null, "m@c.example", "+49 30 1", "de"),
                request(BOB, null),
                new KeyActivation(24, 7, 8, BOB.id(), null, null, LocalDate.EPOCH))) {
            assertNeeded(recorded, dependent);
        }
        assertThat(takeBack(recorded).obstacle()).isNull();
    }

    @Test
    void keeps_a_benefit_an_order_and_a_location_on_which_something_stands() {
        Change order = Change.created(ChangeKind.ORDER_RECORDED, ORDER);
        Change location = Change.created(ChangeKind.LOCATION_RECORDED, LOCATION);
        Change benefit = Change.created(ChangeKind.BENEFIT_RECORDED, BENEFIT);
        assertThat(takeBack(benefit).obstacle()).as("its key").isEqualTo(Obstacle.NEEDED);
        assertThat(takeBack(order).obstacle()).as("its benefit").isEqualTo(Obstacle.NEEDED);
        assertThat(takeBack(location).obstacle()).as("its benefit").isEqualTo(Obstacle.NEEDED);

        assertThat(takeBack(Change.created(ChangeKind.KEY_RECORDED, KEY)).obstacle())
                .isNull();
        assertNeeded(benefit, seat(null));
        assertNeeded(benefit, request(null, BENEFIT));
        assertThat(takeBack(benefit).obstacle()).isNull();

        assertNeeded(order, request(null, null));
        assertThat(takeBack(order).obstacle()).isNull();
        assertNeeded(location, new Membership(22, ANN.id(), LOCATION.id(), null, AdminRight.NONE, null));
        assertNeeded(location, new RoleGrant(23, ANN.id(), Role.USER_ADMIN, LOCATION.mpnId()));
        assertThat(takeBack(location).obstacle()).isNull();
    }

    @Test
    void keeps_an_organisation_that_has_anything_at_all() {
        Change moved = Change.created(ChangeKind.ORGANISATION_MIGRATED, ORGANISATION);
        assertThat(takeBack(moved).obstacle()).isEqualTo(Obstacle.NEEDED);

        OrgBook empty = new OrgBook("C1");
        empty.put(ORGANISATION);
        assertThat(Reversal.takeBack(empty, List.of(moved)).obstacle()).isNull();
        assertThat(empty.organisation()).isEmpty();
    }

    @Test
    void gives_a_role_back_unless_it_was_granted_again() {
        RoleGrant grant = new RoleGrant(11, BOB.id(), Role.GLOBAL_ADMIN, null);
        Change revoked = new Change(ChangeKind.ROLE_REVOKED, grant, null);
        assertThat(takeBack(revoked).obstacle()).isNull();
        assertThat(book.grants(BOB)).containsExactly(grant);

        book.apply(revoked);
        book.put(new RoleGrant(12, BOB.id(), Role.GLOBAL_ADMIN, null));
        assertThat(takeBack(revoked).obstacle()).isEqualTo(Obstacle.CHANGED);
    }

    @Test
    void takes_a_cancellation_back_with_its_request() {
        PurchaseOrder cancelled = ORDER.with(OrderStatus.CANCEL_REQUESTED);
        book.put(cancelled);
        book.put(request(null, null));

        assertThat(takeBack(
                                Change.created(ChangeKind.SERVICE_REQUEST_RECORDED, request(null, null)),
                                Change.changed(ChangeKind.ORDER_CHANGED, ORDER, cancelled))
                        .obstacle())
                .isNull();

        assertThat(book.order("O-1")).contains(ORDER);
        assertThat(book.requests(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_REVEALED", "KEY_SHOWN"})
    void cannot_make_a_key_unseen(ChangeKind kind) {
        assertThat(takeBack(Change.changed(kind, KEY, KEY)).obstacle()).isEqualTo(Obstacle.REVEALED);
    }

    @Test
    void cannot_take_exported_keys_back() {
        assertThat(takeBack(Change.changed(ChangeKind.KEYS_EXPORTED, BENEFIT, BENEFIT))
                        .obstacle())
                .isEqualTo(Obstacle.EXPORTED);
    }

    private void assertNeeded(Change recorded, Entity dependent) {
        book.put(dependent);
        assertThat(takeBack(recorded).obstacle()).as("%s", dependent).isEqualTo(Obstacle.NEEDED);
        book.apply(new Change(ChangeKind.CHANGE_UNDONE, dependent, null));
    }

    private Reversal.Result takeBack(Change... youngestFirst) {
        return Reversal.takeBack(book, List.of(youngestFirst));
    }

    private static User user(long id, String email, Identity identity) {
        return new User(id, email, null, "", "", email, identity, true, null);
    }

    private static ServiceRequest request(@Nullable User user, @Nullable Benefit benefit) {
        return new ServiceRequest(
                30,
                ServiceRequest.Kind.CANCELLATION,
                ORDER.id(),
                benefit == null ? null : benefit.id(),
                user == null ? null : user.id(),
                "SR-1",
                LocalDate.EPOCH,
                null,
                null,
                null);
    }

    private static Seat seat(@Nullable User holder) {
        return new Seat(
                20,
                7,
                holder == null ? null : holder.id(),
                null,
                null,
                null,
                null,
                null,
                "DE",
                null,
                null,
                null,
                null,
                null,
                null,
                holder == null ? SeatState.REMOVED : SeatState.ACTIVE,
                null);
    }

    private static Benefit benefit() {
        return new Benefit(
                7,
                6,
                2,
                "Windows",
                Category.SOFTWARE,
                BenefitType.CORE,
                10,
                Unit.LICENCE,
                0,
                BenefitStatus.ACTIVE,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
