package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.Identity;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.MigrationState;
import io.almoner.book.OfferType;
import io.almoner.book.OrderStatus;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Platform;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.Sighting.Subscription;
import io.almoner.book.Unit;
import io.almoner.book.User;
import io.almoner.book.Wish.SeatDetails;
import io.almoner.jobs.Policies;

/** A company with one location, to which a test adds what it needs; keys are given in the order of adding. */
final class SmallBook {

    static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    static final LocalDate END = LocalDate.of(2020, 10, 31);
    static final String VISUAL_STUDIO = "Visual Studio Enterprise";
    static final Terms TERMS =
            new Terms(DAY, new Policies().named(Policies.DEFAULT).orElseThrow(), Tolerance.STANDARD);

    private final OrgBook book = new OrgBook("C1");
    private long last = 2;

    SmallBook() {
        book.put(new Organisation(
                1, "C1", "Contoso", Platform.PARTNER_CENTER, MigrationState.MIGRATED, null, "a@contoso.example", null));
        book.put(new Location(2, "4387201", LocationKind.HEADQUARTERS, null, "Berlin", "DE"));
    }

    OrgBook book() {
        return book;
    }

    User user(String name) {
        return user(name, Identity.WORK, true);
    }

    User user(String name, Identity identity, boolean enabled) {
        User user = new User(++last, name + "@contoso.example", null, name, "", name, identity, enabled, null);
        book.put(user);
        return user;
    }

    /** Visual Studio of an order of its own. */
    Benefit subscriptions(String order, long quantity) {
        return benefit(order, VISUAL_STUDIO, Category.VISUAL_STUDIO, quantity);
    }

    Benefit benefit(String order, String name, Category category, long quantity) {
        long orderId = ++last;
        book.put(new PurchaseOrder(
                orderId, order, OfferType.GOLD, null, "DE", null, LocalDate.of(2020, 10, 1), OrderStatus.ACTIVE, null));
        Benefit benefit = new Benefit(
                ++last,
                orderId,
                2,
                name,
                category,
                BenefitType.CORE,
                quantity,
                Unit.SEAT,
                0,
                BenefitStatus.ACTIVE,
                END,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        book.put(benefit);
        return benefit;
    }

    Seat seat(Benefit benefit, @Nullable User holder, @Nullable String guid, LocalDate assigned) {
        Seat seat = new Seat(
                ++last,
                benefit.id(),
                holder == null ? null : holder.id(),
                "Enterprise",
                guid,
                null,
                null,
                null,
                "DE",
                null,
                null,
                null,
                assigned,
                END,
                null,
                holder == null ? SeatState.UNASSIGNED : SeatState.ACTIVE,
                null);
        book.put(seat);
        return seat;
    }

    /** A row of a list of subscribers. */
    static Subscription row(@Nullable User holder, @Nullable String guid, @Nullable LocalDate assigned) {
        return row(holder == null ? null : holder.email(), guid, assigned, null);
    }

    static Subscription row(
            @Nullable String email, @Nullable String guid, @Nullable LocalDate assigned, @Nullable String name) {
        SeatDetails details = new SeatDetails(name, null, null, "Enterprise", guid, null, null, null, null);
        return new Subscription(email, details, assigned, null, false);
    }
}
