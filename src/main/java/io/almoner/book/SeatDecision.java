package io.almoner.book;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command.RecordSeat;
import io.almoner.rules.CapacityRules;
import io.almoner.rules.SeatRules;
import io.almoner.rules.TechnicalRules;
import io.almoner.rules.UserRules;

/** Records a seat and who holds it. */
final class SeatDecision {

    private SeatDecision() {}

    static void record(Case current, RecordSeat command, Verdict verdict) {
        Optional<Benefit> benefit = current.benefit(command.benefit(), verdict);
        Optional<User> holder =
                command.email() == null ? Optional.empty() : current.user(command.email(), "SignInEmail", verdict);
        if (verdict.refused() || benefit.isEmpty()) {
            return;
        }
        @Nullable Seat before = known(current.book(), benefit.get(), command, holder.orElse(null));
        long id = before == null ? current.identifiers().next() : before.id();
        Seat seat = seat(current.book(), command, benefit.get(), holder.orElse(null), id);
        judge(current, benefit.get(), holder.orElse(null), seat, before, verdict);
        if (before == null) {
            verdict.create(holder.isPresent() ? ChangeKind.SEAT_ASSIGNED : ChangeKind.SEAT_RECORDED, seat);
        } else {
            verdict.change(kind(before, seat), before, seat);
        }
    }

    private static ChangeKind kind(Seat before, Seat after) {
        if (before.isHeld() == after.isHeld()) {
            return ChangeKind.SEAT_CHANGED;
        }
        return after.isHeld() ? ChangeKind.SEAT_ASSIGNED : ChangeKind.SEAT_REMOVED;
    }

    /** The seat that the row speaks of: that of its GUID, or without one the holder's own seat without one. */
    private static @Nullable Seat known(OrgBook book, Benefit benefit, RecordSeat command, @Nullable User holder) {
        if (command.subscriptionGuid() != null) {
            return book.seat(command.subscriptionGuid()).orElse(null);
        }
        if (holder == null) {
            return null;
        }
        for (Seat seat : book.seatsOf(holder)) {
            if (seat.benefitId() == benefit.id() && seat.subscriptionGuid() == null && seat.isHeld()) {
                return seat;
            }
        }
        return null;
    }

    private static void judge(
            Case current, Benefit benefit, @Nullable User holder, Seat seat, @Nullable Seat before, Verdict verdict) {
        OrgBook book = current.book();
        Setting setting = current.setting();
        verdict.found(SeatRules.guid(book, current.facts(), seat, before));
        verdict.found(SeatRules.level(book.order(benefit), benefit, seat));
        if (holder != null) {
            verdict.found(UserRules.assignable(holder));
            verdict.found(SeatRules.twice(book, benefit, seat, holder));
            verdict.found(TechnicalRules.addresses(benefit, seat, holder, book, setting.policy()));
            verdict.found(TechnicalRules.pending(benefit, seat, setting.policy(), setting.on()));
        }
        if (!verdict.refused() && seat.isHeld() && (before == null || !before.isHeld())) {
            verdict.found(CapacityRules.granted(benefit, book.held(benefit) + 1));
            if (benefit.category() == Category.VISUAL_STUDIO) {
                verdict.found(CapacityRules.seatCaps(
                        book,
                        book.location(benefit.locationId()),
                        setting.policy().seatCaps(),
                        setting.on()));
            }
        }
    }

    private static Seat seat(OrgBook book, RecordSeat command, Benefit benefit, @Nullable User holder, long id) {
        return new Seat(
                id,
                benefit.id(),
                holder == null ? null : holder.id(),
                command.level(),
                command.subscriptionGuid(),
                command.holderName(),
                command.notificationEmail(),
                command.alternateEmail(),
                book.location(benefit.locationId()).country(),
                null,
                null,
                null,
                command.assignedOn(),
                command.expiresOn(),
                command.technicalId(),
                state(command, holder),
                null);
    }

    private static SeatState state(RecordSeat command, @Nullable User holder) {
        if (holder == null) {
            return SeatState.UNASSIGNED;
        }
        return command.pending() ? SeatState.PENDING : SeatState.ACTIVE;
    }
}
