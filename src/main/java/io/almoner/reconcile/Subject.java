package io.almoner.reconcile;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.Seat;
import io.almoner.book.User;

/**
 * What a difference is about, as people call it. Nothing of it is secret: keys are masked.
 *
 * @param kind the kind of thing
 * @param name the benefit, the user, the location ...
 * @param order the order number; null where there is none
 * @param person the account e-mail of who holds it; null where nobody does
 * @param mark what tells it from its like: a GUID, a reference, a masked key; null when nothing does
 */
public record Subject(
        Kind kind,
        String name,
        @Nullable String order,
        @Nullable String person,
        @Nullable String mark) {

    /** The kinds of things that are compared. */
    public enum Kind {
        ORGANISATION,
        LOCATION,
        USER,
        ROLE,
        ORDER,
        BENEFIT,
        KEY,
        SEAT,
        CONTACT
    }

    /** Something that only its name tells. */
    public static Subject of(Kind kind, String name) {
        return new Subject(kind, name, null, null, null);
    }

    static Subject of(OrgBook book, Benefit benefit) {
        return new Subject(Kind.BENEFIT, benefit.name(), book.order(benefit).number(), null, null);
    }

    static Subject of(User user) {
        return new Subject(Kind.USER, user.displayName(), null, user.email(), null);
    }

    static Subject of(OrgBook book, Seat seat) {
        Benefit benefit = book.benefit(seat.benefitId());
        return new Subject(
                Kind.SEAT,
                benefit.name(),
                book.order(benefit).number(),
                seat.userId() == null ? null : book.user(seat.userId()).email(),
                seat.subscriptionGuid() == null ? seat.reference() : seat.subscriptionGuid());
    }

    static Subject of(OrgBook book, ProductKey key) {
        Benefit benefit = book.benefit(key.benefitId());
        return new Subject(
                Kind.KEY,
                benefit.name(),
                book.order(benefit).number(),
                null,
                key.key().masked());
    }
}
