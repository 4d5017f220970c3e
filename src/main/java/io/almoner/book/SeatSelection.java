package io.almoner.book;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.SeatDetails;
import io.almoner.rules.Finding;
import io.almoner.rules.SeatRules;

/** Finds the seat of one benefit that a row speaks of: one that somebody holds, or one that can be given. */
final class SeatSelection {

    private final Case current;
    private final OrgBook book;
    private final Benefit benefit;

    SeatSelection(Case current, Benefit benefit) {
        this.current = current;
        this.book = current.book();
        this.benefit = benefit;
    }

    /**
     * What can be given.
     *
     * @param seat a known free one; null for one that nothing is known of yet
     * @param refusal why there is none; null when there is one
     */
    record Offer(@Nullable Seat seat, @Nullable Finding refusal) {

        private static Offer of(Seat seat) {
            return new Offer(seat, null);
        }

        private static Offer unknownSeat() {
            return new Offer(null, null);
        }

        private static Offer none(Finding why) {
            return new Offer(null, why);
        }
    }

    /**
     * The seat that a user holds and that the row means: that of the GUID, else of the reference, else the oldest one.
     * A seat whose GUID or reference is not known yet can be any.
     */
    Optional<Seat> heldBy(User user, SeatDetails details) {
        return book.seatsOf(user).stream()
                .filter(seat -> seat.benefitId() == benefit.id() && seat.isHeld())
                .filter(seat -> fitsGuid(seat, details.subscriptionGuid()))
                .filter(seat -> fits(seat.reference(), details.reference()))
                .min(Comparator.comparing((Seat seat) -> isExact(seat, details) ? 0 : 1)
                        .thenComparing(Seat::id));
    }

    /** A GUID that is known stands for its own seat and for no other. */
    private boolean fitsGuid(Seat seat, @Nullable String guid) {
        return guid == null
                || guid.equals(seat.subscriptionGuid())
                || (seat.subscriptionGuid() == null && book.seat(guid).isEmpty());
    }

    private static boolean fits(@Nullable String own, @Nullable String asked) {
        return own == null || asked == null || own.equals(asked);
    }

    private static boolean isExact(Seat seat, SeatDetails details) {
        return (details.subscriptionGuid() == null
                        || Objects.equals(seat.subscriptionGuid(), details.subscriptionGuid()))
                && (details.reference() == null || Objects.equals(seat.reference(), details.reference()));
    }

    /** The seat of a GUID in this benefit, whoever holds it. */
    Optional<Seat> ofGuid(@Nullable String guid) {
        return guid == null ? Optional.empty() : book.seat(guid).filter(seat -> seat.benefitId() == benefit.id());
    }

    /** A seat that can be given to a new holder. */
    Offer free(SeatDetails details) {
        String guid = details.subscriptionGuid();
        if (guid == null) {
            return anyFree(details);
        }
        return ofGuid(guid).map(this::free).orElseGet(() -> withoutGuid(details, guid));
    }

    private Offer free(Seat seat) {
        if (seat.isHeld()) {
            return Offer.none(SeatRules.occupied(benefit, book.user(Objects.requireNonNull(seat.userId()))));
        }
        return coolingUntil(seat).map(day -> Offer.none(cooling(day))).orElseGet(() -> Offer.of(seat));
    }

    /** The portal may know a GUID that the ledger has not heard of: then it is that of a seat without one. */
    private Offer withoutGuid(SeatDetails details, String guid) {
        for (Seat seat : book.freeSeats(benefit)) {
            if (seat.subscriptionGuid() == null && coolingUntil(seat).isEmpty() && isOfLevel(seat, details)) {
                return Offer.of(seat);
            }
        }
        return isRoomForAnother() ? Offer.unknownSeat() : Offer.none(SeatRules.unknownGuid(guid, benefit));
    }

    private Offer anyFree(SeatDetails details) {
        if (benefit.category() == Category.TECHNICAL && book.held(benefit) > 0) {
            return occupied();
        }
        for (Seat seat : book.freeSeats(benefit)) {
            Optional<LocalDate> until = coolingUntil(seat);
            if (until.isPresent()) { // and so are those after it, for longer
                return isRoomForAnother() ? Offer.unknownSeat() : Offer.none(cooling(until.get()));
            }
            if (isOfLevel(seat, details)) {
                return Offer.of(seat);
            }
        }
        return Offer.unknownSeat();
    }

    /** One user at a time. */
    private Offer occupied() {
        Seat held =
                book.seats(benefit).stream().filter(Seat::isHeld).findFirst().orElseThrow();
        return Offer.none(SeatRules.occupied(benefit, book.user(Objects.requireNonNull(held.userId()))));
    }

    private boolean isRoomForAnother() {
        return !benefit.unit().isPerPerson() || book.seatCount(benefit) < benefit.quantity();
    }

    private static boolean isOfLevel(Seat seat, SeatDetails details) {
        return SeatRules.levelOfSeat(seat, details.level()).isEmpty();
    }

    Optional<LocalDate> coolingUntil(Seat seat) {
        return SeatRules.coolingUntil(
                seat, benefit, current.setting().policy(), current.setting().on());
    }

    Finding cooling(LocalDate free) {
        return SeatRules.cooling(benefit, free, current.setting().policy());
    }
}
