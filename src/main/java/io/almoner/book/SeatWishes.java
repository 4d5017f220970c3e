package io.almoner.book;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.Confirmation;
import io.almoner.book.Wish.Reassign;
import io.almoner.book.Wish.SeatDetails;
import io.almoner.rules.CapacityRules;
import io.almoner.rules.GrantRules;
import io.almoner.rules.OrderRules;
import io.almoner.rules.RightRules;
import io.almoner.rules.RightRules.Deed;
import io.almoner.rules.Rule;
import io.almoner.rules.SeatRules;
import io.almoner.rules.TechnicalRules;
import io.almoner.rules.UserRules;

/** Gives, takes and hands over the seats of one benefit. */
final class SeatWishes {

    private final Case current;
    private final OrgBook book;
    private final Benefit benefit;
    private final Setting setting;
    private final Verdict verdict;
    private final SeatSelection seats;

    SeatWishes(Case current, Benefit benefit, Verdict verdict) {
        this.current = current;
        this.book = current.book();
        this.benefit = benefit;
        this.setting = current.setting();
        this.verdict = verdict;
        this.seats = new SeatSelection(current, benefit);
    }

    /** Whether the acting user may give the benefit to that user (ROL-001, ROL-002, CLD-001). */
    boolean mayAssign(User user) {
        verdict.found(SeatRules.usageBasedAssignee(benefit, user.email(), setting.actingUser(), setting.policy()));
        return mayTake();
    }

    /** Whether the acting user may take the benefit from its holder (ROL-001, ROL-002). */
    boolean mayTake() {
        String mpnId = book.location(benefit.locationId()).mpnId();
        verdict.found(RightRules.mayDo(book, setting.actingUser(), Deed.ASSIGN, setting.policy(), mpnId));
        return !verdict.refused();
    }

    /** Gives a seat; what the user holds already is brought up to date. */
    void assign(User user, SeatDetails details) {
        ofThisBenefit(details);
        Optional<Seat> own = seats.heldBy(user, details);
        if (own.isPresent()) {
            update(own.get(), user, details);
            return;
        }
        SeatSelection.Offer offer = verdict.refused() ? new SeatSelection.Offer(null, null) : seats.free(details);
        if (offer.refusal() != null) {
            verdict.found(offer.refusal());
        }
        @Nullable Seat before = offer.seat();
        if (before != null) {
            verdict.found(SeatRules.levelOfSeat(before, details.level()));
        }
        Seat after = seat(before, user, details);
        judge(after, user);
        capacity(details);
        give(before, after);
    }

    private void ofThisBenefit(SeatDetails details) {
        verdict.found(SeatRules.ofBenefit(book, current.facts(), benefit, details.subscriptionGuid()));
    }

    private void update(Seat seat, User user, SeatDetails details) {
        Seat after = seat.updated(details);
        verdict.found(TechnicalRules.pending(benefit, seat, setting.policy(), setting.on()));
        if (after.equals(seat)) {
            return;
        }
        verdict.found(SeatRules.level(book.order(benefit), benefit, after));
        verdict.found(TechnicalRules.addresses(benefit, after, user, book, setting.policy()));
        if (!verdict.refused()) {
            verdict.found(CapacityRules.countryOfUse(book.order(benefit), details.country()));
        }
        verdict.change(ChangeKind.SEAT_CHANGED, seat, after);
    }

    private void judge(Seat after, User user) {
        PurchaseOrder order = book.order(benefit);
        verdict.found(SeatRules.level(order, benefit, after));
        verdict.found(UserRules.assignable(user));
        verdict.found(SeatRules.twice(book, benefit, after, user));
        verdict.found(TechnicalRules.addresses(benefit, after, user, book, setting.policy()));
        verdict.found(OrderRules.renewal(order, setting.on()));
    }

    private void capacity(SeatDetails details) {
        if (verdict.refused()) {
            return;
        }
        granted(details);
        if (verdict.refused()) {
            return;
        }
        Location location = book.location(benefit.locationId());
        verdict.found(CapacityRules.granted(benefit, book.held(benefit) + 1));
        verdict.found(
                CapacityRules.use(book, benefit, location, setting.policy().useCaps()));
        if (benefit.category() == Category.VISUAL_STUDIO) {
            verdict.found(
                    CapacityRules.seatCaps(book, location, setting.policy().seatCaps(), setting.on()));
        }
    }

    /** What is over grants nothing, and an Action Pack nothing abroad. */
    private void granted(SeatDetails details) {
        Location location = book.location(benefit.locationId());
        verdict.found(GrantRules.ended(Rule.VS_001, book, benefit, setting.on()));
        verdict.found(
                CapacityRules.countryOfUse(book.order(benefit), Verdict.newer(details.country(), location.country())));
    }

    private void give(@Nullable Seat before, Seat after) {
        if (before == null) {
            verdict.create(ChangeKind.SEAT_ASSIGNED, after);
        } else {
            verdict.change(ChangeKind.SEAT_ASSIGNED, before, after);
        }
    }

    /**
     * Takes a seat; nothing when there is none to take.
     *
     * @param user the holder; null when the GUID alone tells which seat
     */
    void remove(@Nullable User user, SeatDetails details, Confirmation confirmation) {
        ofThisBenefit(details);
        Optional<Seat> seat = user == null
                ? seats.ofGuid(details.subscriptionGuid()).filter(Seat::isHeld)
                : seats.heldBy(user, details);
        seat.ifPresent(held -> {
            User holder = book.user(Objects.requireNonNull(held.userId()));
            verdict.found(UserRules.mayGiveUp(holder, confirmation));
            verdict.found(SeatRules.removable(benefit, setting.policy()));
            verdict.change(ChangeKind.SEAT_REMOVED, held, held.freed(setting.on()));
        });
    }

    /** Hands a seat over, as removing and assigning would, with the cool-down of the policy between the two. */
    void reassign(User previous, User user, Reassign wish) {
        if (previous.id() == user.id()) {
            verdict.found(SeatRules.sameUser(user.email()));
            return;
        }
        ofThisBenefit(wish.details());
        Optional<Seat> held = seats.heldBy(previous, wish.details());
        if (held.isEmpty()) {
            if (seats.heldBy(user, wish.details()).isEmpty()) {
                verdict.found(SeatRules.noSeat(benefit, previous.email()));
            }
            return;
        }
        Seat before = held.get();
        verdict.found(UserRules.mayGiveUp(previous, wish.confirmation()));
        seats.coolingUntil(before).map(seats::cooling).ifPresent(verdict::found);
        verdict.found(SeatRules.levelOfSeat(before, wish.details().level()));
        Seat after = seat(before.freed(setting.on()), user, wish.details());
        judge(after, user);
        if (!verdict.refused()) {
            granted(wish.details());
        }
        verdict.change(ChangeKind.SEAT_REASSIGNED, before, after);
    }

    /** A free seat, or a new one, in the hands of a user. */
    private Seat seat(@Nullable Seat free, User user, SeatDetails details) {
        return new Seat(
                free == null ? newIdentifier() : free.id(),
                benefit.id(),
                user.id(),
                Verdict.newer(details.level(), free == null ? null : free.level()),
                Verdict.newer(details.subscriptionGuid(), free == null ? null : free.subscriptionGuid()),
                details.name(),
                details.notificationEmail(),
                details.alternateEmail(),
                Verdict.newer(
                        details.country(), book.location(benefit.locationId()).country()),
                details.language(),
                details.reference(),
                details.downloads(),
                setting.on(),
                free == null ? null : free.expiresOn(),
                null,
                benefit.category() == Category.TECHNICAL ? SeatState.PENDING : SeatState.ACTIVE,
                null);
    }

    private @Nullable Long identifier;

    /** One identifier for the seat that is new, however often it is looked at while it is judged. */
    private long newIdentifier() {
        Long taken = identifier;
        if (taken == null) {
            taken = current.identifiers().next();
            identifier = taken;
        }
        return taken;
    }
}
