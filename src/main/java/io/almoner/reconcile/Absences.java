package io.almoner.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.almoner.book.Benefit;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;
import io.almoner.book.Identity;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.RoleGrant;
import io.almoner.book.Seat;
import io.almoner.book.User;

/** What the ledger has and no row accounted for, where the sources list everything. */
final class Absences {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;
    private final Coverage coverage;
    private final List<Drift> drifts = new ArrayList<>();
    private final Map<Subject.Kind, Long> listed = new EnumMap<>(Subject.Kind.class);

    Absences(OrgBook book, Terms terms, Seen seen, Coverage coverage) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
        this.coverage = coverage;
    }

    Absent find() {
        if (coverage.covers(Subject.Kind.LOCATION)) {
            book.locations().forEach(location -> missing(PlaceComparison.subject(location), location));
        }
        if (coverage.covers(Subject.Kind.USER)) {
            book.users().forEach(this::user);
        }
        for (Benefit benefit : book.benefits()) {
            if (coverage.covers(Subject.Kind.BENEFIT)) {
                missing(Subject.of(book, benefit), benefit);
            }
            if (coverage.coversKeysOf(benefit.name())) {
                book.keys(benefit).forEach(key -> key(key));
            }
            if (coverage.coversSeatsOf(benefit.category())) {
                book.seats(benefit).forEach(this::seat);
            }
        }
        people();
        return new Absent(drifts, listed);
    }

    private void people() {
        PlaceComparison places = new PlaceComparison(book, terms, seen);
        if (coverage.covers(Subject.Kind.ROLE)) {
            for (User user : book.users()) {
                for (RoleGrant grant : book.grants(user)) {
                    missing(places.subject(grant), grant);
                }
            }
        }
        if (coverage.covers(Subject.Kind.CONTACT)) {
            book.contacts().forEach(contact -> missing(places.subject(contact), contact));
        }
    }

    private void count(Subject.Kind kind) {
        listed.merge(kind, 1L, Long::sum);
    }

    /** What may stand in a row that could not be read is told, and never taken from the ledger. */
    private void found(Drift missing) {
        boolean open = coverage.leavesOpen(missing.subject().kind());
        drifts.add(open ? missing.variant("unread").fixedBy(null) : missing);
    }

    private void missing(Subject subject, Entity entity) {
        count(subject.kind());
        if (!seen.has(entity.id())) {
            found(Drift.of(Situation.MISSING_THERE, subject, entity));
        }
    }

    /** Personal accounts stand in no company's directory. One who is disabled here is no news when she is gone there. */
    private void user(User user) {
        if (user.identity() == Identity.MSA || !user.enabled()) {
            return;
        }
        count(Subject.Kind.USER);
        if (!seen.has(user.id())) {
            UserComparison users = new UserComparison(book, terms, seen);
            found(users.gone(user));
            if (!coverage.leavesOpen(Subject.Kind.USER)) {
                drifts.addAll(users.seatsOf(user, "departed"));
            }
        }
    }

    /** A key that was never shown need not stand in a list of claimed keys. */
    private void key(ProductKey key) {
        if (key.revealedOn() != null || key.activationsUsed() > 0) {
            missing(Subject.of(book, key), key);
        }
    }

    private void seat(Seat seat) {
        if (!seat.isHeld()) {
            return;
        }
        count(Subject.Kind.SEAT);
        if (!seen.has(seat.id())) {
            found(Drift.of(Situation.MISSING_THERE, Subject.of(book, seat), seat)
                    .fixedBy(Change.changed(ChangeKind.SEAT_REMOVED, seat, seat.freed(terms.on()))));
        }
    }
}
