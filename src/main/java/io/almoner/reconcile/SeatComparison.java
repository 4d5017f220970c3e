package io.almoner.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Command.BenefitReference;
import io.almoner.book.Location;
import io.almoner.book.OrgBook;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.Sighting.Subscription;
import io.almoner.book.User;
import io.almoner.book.Wish.SeatDetails;
import io.almoner.rules.SeatRules;

/**
 * Finds the seat that a row speaks of, and what differs. A GUID decides alone. Without one the holder's seats of that
 * benefit or level are taken one a row, the most alike first: twins are matched by their number, none is dropped.
 */
final class SeatComparison {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;
    private final @Nullable BenefitReference reference;
    private final Subscription row;

    /** @param reference the benefit that the row names; null when only its level tells */
    SeatComparison(OrgBook book, Terms terms, Seen seen, @Nullable BenefitReference reference, Subscription row) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
        this.reference = reference;
        this.row = row;
    }

    List<Drift> compare() {
        String guid = row.details().subscriptionGuid();
        Optional<Seat> known = guid == null ? Optional.empty() : book.seat(guid);
        if (known.isPresent()) {
            return seen.add(known.get().id()) ? matched(known.get()) : duplicated(known.get());
        }
        return row.email() == null ? free() : held();
    }

    private List<Drift> held() {
        List<Seat> own = own();
        List<Seat> open = own.stream()
                .filter(seat -> !seen.has(seat.id()))
                .filter(seat -> row.details().subscriptionGuid() == null || seat.subscriptionGuid() == null)
                .toList();
        if (open.isEmpty()) {
            return own.stream()
                    .filter(this::isIndistinguishable)
                    .findFirst()
                    .map(this::duplicated)
                    .orElseGet(this::missing);
        }
        List<Seat> nearest = nearest(open);
        if (nearest.stream().mapToLong(Seat::benefitId).distinct().count() > 1) {
            return ambiguous(nearest);
        }
        Seat seat = nearest.get(0);
        seen.add(seat.id());
        return matched(seat);
    }

    /** What the holder has of the benefits that the row can mean. */
    private List<Seat> own() {
        Optional<User> user = book.user(Objects.requireNonNull(row.email()));
        return user.map(book::seatsOf).orElse(List.of()).stream()
                .filter(Seat::isHeld)
                .filter(seat -> isMeant(book.benefit(seat.benefitId())))
                .filter(seat ->
                        SeatRules.levelOfSeat(seat, row.details().level()).isEmpty())
                .toList();
    }

    private boolean isMeant(Benefit benefit) {
        if (reference == null) {
            return benefit.category() == Category.VISUAL_STUDIO;
        }
        return benefits().contains(benefit);
    }

    /** The benefits that the row can mean. */
    private List<Benefit> benefits() {
        if (reference == null) {
            return book.benefits(Category.VISUAL_STUDIO).stream()
                    .filter(benefit -> row.details().level() == null
                            || SeatRules.isLevelOf(
                                    book.order(benefit), row.details().level()))
                    .toList();
        }
        Optional<Location> location = book.location(reference.mpnId());
        return location.map(at -> book.benefitsLike(at, reference.benefitName())).orElse(List.of()).stream()
                .filter(benefit -> reference.orderNumber() == null
                        || reference.orderNumber().equals(book.order(benefit).number()))
                .toList();
    }

    /** Of seats equally alike, a row without a GUID leaves those that have one to the rows that name them. */
    private List<Seat> nearest(Collection<Seat> seats) {
        List<Seat> nearest = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (Seat seat : seats) {
            boolean named = row.details().subscriptionGuid() == null && seat.subscriptionGuid() != null;
            int count = 2 * differences(seat).size() + (named ? 1 : 0);
            if (count < fewest) {
                nearest.clear();
                fewest = count;
            }
            if (count == fewest) {
                nearest.add(seat);
            }
        }
        nearest.sort(Comparator.comparing(Seat::id));
        return nearest;
    }

    /** Nothing in the row tells it from a seat that another row has accounted for. */
    private boolean isIndistinguishable(Seat seat) {
        SeatDetails details = row.details();
        return details.subscriptionGuid() == null
                && (details.reference() == null || details.reference().equals(seat.reference()));
    }

    private List<Drift> matched(Seat seat) {
        if (row.email() == null && !seat.isHeld()) {
            return List.of();
        }
        if (row.email() == null) {
            return List.of(Drift.of(Situation.SEAT_FREED_THERE, Subject.of(book, seat), seat)
                    .fixedBy(Change.changed(ChangeKind.SEAT_REMOVED, seat, seat.freed(terms.on()))));
        }
        Optional<User> holder = book.user(row.email());
        if (!seat.isHeld()) {
            return List.of(assignedThere(seat, holder));
        }
        List<Difference> differences = differences(seat);
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, Subject.of(book, seat), seat)
                        .differing(differences)
                        .fixedBy(holder.map(user -> Change.changed(kind(seat, user), seat, taken(seat, user)))
                                .orElse(null)));
    }

    private Drift assignedThere(Seat seat, Optional<User> holder) {
        Subject subject = subject(book.benefit(seat.benefitId()));
        return Drift.of(Situation.MISSING_HERE, subject, seat)
                .variant(holder.isPresent() ? "assignment" : "user")
                .fixedBy(holder.map(user -> Change.changed(ChangeKind.SEAT_ASSIGNED, seat, taken(seat, user)))
                        .orElse(null));
    }

    private static ChangeKind kind(Seat seat, User user) {
        return Objects.equals(seat.userId(), user.id()) ? ChangeKind.SEAT_CHANGED : ChangeKind.SEAT_REASSIGNED;
    }

    private List<Difference> differences(Seat seat) {
        SeatDetails details = row.details();
        @Nullable User holder = seat.userId() == null ? null : book.user(seat.userId());
        Values values = new Values(terms.tolerance());
        values.text("SignInEmail", holder == null ? null : holder.email(), row.email());
        if (!SeatRules.levelOfSeat(seat, details.level()).isEmpty() || seat.level() == null) {
            values.text("Level", seat.level(), details.level());
        }
        return values.text("SubscriptionGuid", seat.subscriptionGuid(), details.subscriptionGuid())
                .text("Name", name(seat, holder), details.name())
                .text("NotificationEmail", seat.notificationEmail(), otherThanAccount(details.notificationEmail()))
                .text("AlternateEmail", seat.alternateEmail(), details.alternateEmail())
                .text("Country", seat.country(), details.country())
                .text("Language", seat.language(), details.language())
                .text("Reference", seat.reference(), details.reference())
                .flag("Downloads", seat.downloads(), details.downloads())
                .day("AssignedDate", seat.assignedOn(), row.assignedOn())
                .day("ExpirationDate", seat.expiresOn(), row.expiresOn())
                .word("Status", seat.state(), row.pending() ? SeatState.PENDING : SeatState.ACTIVE)
                .differences();
    }

    private static @Nullable String name(Seat seat, @Nullable User holder) {
        return seat.holderName() == null && holder != null ? holder.displayName() : seat.holderName();
    }

    /** The portal writes to the account itself when no other address was given. */
    private @Nullable String otherThanAccount(@Nullable String address) {
        return Objects.equals(address, row.email()) ? null : address;
    }

    /** The seat as the portal has it. */
    private Seat taken(Seat seat, User holder) {
        Seat updated = seat.updated(row.details());
        return new Seat(
                updated.id(),
                updated.benefitId(),
                holder.id(),
                updated.level(),
                updated.subscriptionGuid(),
                updated.holderName(),
                updated.notificationEmail(),
                updated.alternateEmail(),
                updated.country(),
                updated.language(),
                updated.reference(),
                updated.downloads(),
                row.assignedOn() == null ? updated.assignedOn() : row.assignedOn(),
                row.expiresOn() == null ? updated.expiresOn() : row.expiresOn(),
                updated.technicalId(),
                row.pending() ? SeatState.PENDING : SeatState.ACTIVE,
                null);
    }

    private List<Drift> duplicated(Seat seat) {
        return List.of(Drift.of(Situation.DUPLICATED_THERE, Subject.of(book, seat), seat));
    }

    private List<Drift> ambiguous(List<Seat> seats) {
        seats.forEach(seat -> seen.add(seat.id()));
        Seat first = seats.get(0);
        return List.of(Drift.of(Situation.UNMATCHED, subject(book.benefit(first.benefitId())), first)
                .among(seats.stream()
                        .map(seat -> named(book.benefit(seat.benefitId())))
                        .distinct()
                        .toList()));
    }

    /** A seat that nobody holds there: any that nobody holds here will do. */
    private List<Drift> free() {
        List<Benefit> benefits = benefits();
        for (Benefit benefit : benefits) {
            for (Seat seat : book.freeSeats(benefit)) {
                if (isTwinOf(seat) && seen.add(seat.id())) {
                    return List.of();
                }
            }
        }
        return missing();
    }

    private boolean isTwinOf(Seat seat) {
        return row.details().subscriptionGuid() == null || seat.subscriptionGuid() == null;
    }

    private List<Drift> missing() {
        List<Benefit> benefits = benefits();
        if (benefits.size() > 1) {
            List<Benefit> withRoom = benefits.stream()
                    .filter(benefit -> book.held(benefit) < benefit.quantity())
                    .toList();
            if (withRoom.size() != 1) {
                return List.of(Drift.of(Situation.UNMATCHED, subject(null), null)
                        .among(benefits.stream().map(this::named).toList()));
            }
            benefits = withRoom;
        }
        return benefits.isEmpty()
                ? List.of(Drift.of(Situation.MISSING_HERE, subject(null), null).variant("benefit"))
                : List.of(missingOf(benefits.get(0)));
    }

    private Drift missingOf(Benefit benefit) {
        Drift drift = Drift.of(Situation.MISSING_HERE, subject(benefit), null);
        if (row.email() == null) {
            return drift.fixedBy(Change.created(ChangeKind.SEAT_RECORDED, unheld(benefit)));
        }
        Optional<User> holder = book.user(row.email());
        return holder.map(user -> drift.fixedBy(assignment(benefit, user))).orElseGet(() -> drift.variant("user"));
    }

    /** The assignment takes a free seat of unknown GUID where there is one, as the portal's own would. */
    private Change assignment(Benefit benefit, User holder) {
        for (Seat seat : book.freeSeats(benefit)) {
            if (seat.subscriptionGuid() == null
                    && SeatRules.levelOfSeat(seat, row.details().level()).isEmpty()
                    && seen.add(seat.id())) {
                return Change.changed(ChangeKind.SEAT_ASSIGNED, seat, taken(seat, holder));
            }
        }
        return Change.created(ChangeKind.SEAT_ASSIGNED, taken(unheld(benefit), holder));
    }

    private Seat unheld(Benefit benefit) {
        Seat nothing = new Seat(
                0,
                benefit.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                book.location(benefit.locationId()).country(),
                null,
                null,
                null,
                null,
                row.expiresOn(),
                null,
                SeatState.UNASSIGNED,
                null);
        return row.email() == null ? nothing.updated(row.details()) : nothing;
    }

    private Subject subject(@Nullable Benefit benefit) {
        SeatDetails details = row.details();
        String name = benefit != null ? benefit.name() : reference != null ? reference.benefitName() : details.level();
        String order =
                benefit != null ? book.order(benefit).number() : reference != null ? reference.orderNumber() : null;
        return new Subject(
                Subject.Kind.SEAT,
                name == null ? "Visual Studio" : name,
                order,
                row.email(),
                details.subscriptionGuid() == null ? details.reference() : details.subscriptionGuid());
    }

    private String named(Benefit benefit) {
        return benefit.name() + " (" + book.order(benefit).number() + ")";
    }
}
