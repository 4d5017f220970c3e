package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.OrderStatus;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.rules.CapacityRules;
import io.almoner.rules.OrderRules;
import io.almoner.rules.TechnicalRules;

/** What is wrong within a book itself on a day, without any portal. */
public final class Consistency {

    private final OrgBook book;
    private final Terms terms;
    private final List<Drift> drifts = new ArrayList<>();

    public Consistency(OrgBook book, Terms terms) {
        this.book = book;
        this.terms = terms;
    }

    /** Everything that is wrong: states behind the calendar first, then benefit by benefit. */
    public List<Drift> check() {
        book.orders().forEach(this::order);
        book.benefits().forEach(this::benefit);
        return drifts;
    }

    private void order(PurchaseOrder order) {
        OrderStatus due = OrderRules.statusOn(order, terms.on());
        if (due != order.status()) {
            drifts.add(Drift.of(Situation.STATE_OVER, Subject.of(Subject.Kind.ORDER, order.number()), order)
                    .differing(new Values(terms.tolerance())
                            .word("Status", order.status(), due)
                            .differences())
                    .fixedBy(Change.changed(ChangeKind.ORDER_CHANGED, order, order.with(due))));
        }
    }

    private void benefit(Benefit benefit) {
        Subject subject = Subject.of(book, benefit);
        @Nullable LocalDate end = benefit.usableUntil();
        boolean over = end != null && end.isBefore(terms.on());
        if (over && benefit.status() != BenefitStatus.EXPIRED) {
            drifts.add(Drift.of(Situation.STATE_OVER, subject, benefit)
                    .differing(new Values(terms.tolerance())
                            .word("Status", benefit.status(), BenefitStatus.EXPIRED)
                            .differences())
                    .fixedBy(Change.changed(ChangeKind.BENEFIT_CHANGED, benefit, benefit.with(BenefitStatus.EXPIRED))));
        }
        int held = book.held(benefit);
        if (!CapacityRules.granted(benefit, held).isEmpty()) {
            drifts.add(Drift.of(Situation.OVER_ALLOCATED, subject, benefit)
                    .among(List.of(Integer.toString(held), Long.toString(benefit.quantity()))));
        }
        boolean orderOver = OrderRules.isOver(OrderRules.statusOn(book.order(benefit), terms.on()));
        book.seats(benefit).stream().filter(Seat::isHeld).forEach(seat -> seat(benefit, seat, over || orderOver));
    }

    private void seat(Benefit benefit, Seat seat, boolean over) {
        Subject subject = Subject.of(book, seat);
        LocalDate end = seat.expiresOn();
        if (over || (end != null && end.isBefore(terms.on()))) {
            drifts.add(Drift.of(Situation.EXPIRED_BUT_ASSIGNED, subject, seat));
        }
        User holder = seat.userId() == null ? null : book.user(seat.userId());
        if (holder != null && !holder.enabled()) {
            drifts.add(Drift.of(Situation.HOLDER_GONE, subject, seat).variant("disabled"));
        }
        if (!TechnicalRules.pending(benefit, seat, terms.policy(), terms.on()).isEmpty()) {
            drifts.add(Drift.of(Situation.PENDING_TOO_LONG, subject, seat));
        }
    }
}
