package io.almoner.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Command.RecordIndividual;
import io.almoner.book.Identity;
import io.almoner.book.Membership;
import io.almoner.book.OrgBook;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.book.Wish.AddUser;

/** Finds the user of a row by her account, and what differs. */
final class UserComparison {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;

    UserComparison(OrgBook book, Terms terms, Seen seen) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
    }

    /** A user of a directory. */
    List<Drift> compare(AddUser row) {
        Optional<User> known = book.user(row.email());
        if (known.isEmpty()) {
            return List.of(missing(recorded(row)));
        }
        User here = known.get();
        if (!seen.add(here.id())) {
            return List.of(Drift.of(Situation.DUPLICATED_THERE, Subject.of(here), here));
        }
        List<Difference> differences = new Values(terms.tolerance())
                .text("DisplayName", here.displayName(), row.displayName())
                .flag("AccountEnabled", here.enabled(), row.enabled())
                .word("UserType", here.identity(), row.identity())
                .differences();
        List<Drift> drifts = new ArrayList<>(differing(here, differences, taken(here, row)));
        if (Boolean.FALSE.equals(row.enabled()) && here.enabled()) {
            drifts.addAll(seatsOf(here, "disabled"));
        }
        return drifts;
    }

    /** A person of PMC at one location: she may stand in several rows. */
    List<Drift> compare(RecordIndividual row) {
        Optional<User> known = book.user(row.email());
        if (known.isEmpty()) {
            return List.of(missing(recorded(row)));
        }
        User here = known.get();
        List<Drift> drifts = new ArrayList<>(2);
        if (seen.add(here.id())) {
            List<Difference> differences = new Values(terms.tolerance())
                    .text("IndividualId", here.individualId(), row.individualId())
                    .text("FirstName", here.firstName(), row.firstName())
                    .text("LastName", here.lastName(), row.lastName())
                    .flag("Status", here.enabled(), row.enabled())
                    .text("TechnicalId", here.technicalId(), row.technicalId())
                    .differences();
            drifts.addAll(differing(here, differences, taken(here, row)));
            if (!row.enabled() && here.enabled()) {
                drifts.addAll(seatsOf(here, "disabled"));
            }
        }
        drifts.addAll(membership(here, row));
        return drifts;
    }

    private List<Drift> membership(User user, RecordIndividual row) {
        Optional<Membership> known = book.location(row.mpnId())
                .flatMap(location -> book.memberships(user).stream()
                        .filter(other ->
                                other.locationId() == location.id() && other.contactRole() == row.contactRole())
                        .findFirst());
        Subject subject = new Subject(Subject.Kind.USER, user.displayName(), null, user.email(), row.mpnId());
        if (known.isEmpty()) {
            return List.of(Drift.of(Situation.MISSING_HERE, subject, null).variant("membership"));
        }
        Membership here = known.get();
        if (!seen.add(here.id())) {
            return List.of(Drift.of(Situation.DUPLICATED_THERE, subject, here));
        }
        List<Difference> differences = new Values(terms.tolerance())
                .word("AdminRight", here.adminRight(), row.adminRight())
                .day("AssociatedDate", here.associatedOn(), row.associatedOn())
                .differences();
        Membership taken = new Membership(
                here.id(),
                here.userId(),
                here.locationId(),
                here.contactRole(),
                row.adminRight(),
                row.associatedOn() == null ? here.associatedOn() : row.associatedOn());
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, subject, here)
                        .differing(differences)
                        .fixedBy(Change.changed(ChangeKind.MEMBERSHIP_CHANGED, here, taken)));
    }

    /** The seats of a user who is disabled or gone there: somebody has to take them from her in the portal, where she still has them. */
    List<Drift> seatsOf(User user, String variant) {
        return book.seatsOf(user).stream()
                .filter(Seat::isHeld)
                .map(seat -> Drift.of(Situation.HOLDER_GONE, Subject.of(book, seat), seat)
                        .variant(variant))
                .toList();
    }

    /** The user as one who is not in the directory any more. */
    Drift gone(User user) {
        return Drift.of(Situation.MISSING_THERE, Subject.of(user), user)
                .fixedBy(
                        user.enabled()
                                ? Change.changed(ChangeKind.USER_CHANGED, user, with(user, user.identity(), false))
                                : null);
    }

    private static List<Drift> differing(User here, List<Difference> differences, User taken) {
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, Subject.of(here), here)
                        .differing(differences)
                        .fixedBy(Change.changed(ChangeKind.USER_CHANGED, here, taken)));
    }

    private static Drift missing(User user) {
        return Drift.of(Situation.MISSING_HERE, Subject.of(user), null)
                .fixedBy(Change.created(ChangeKind.USER_RECORDED, user));
    }

    private static User recorded(AddUser row) {
        return new User(
                0,
                row.email(),
                null,
                Objects.requireNonNullElse(row.firstName(), ""),
                Objects.requireNonNullElse(row.lastName(), ""),
                Objects.requireNonNullElse(row.displayName(), row.email()),
                Objects.requireNonNullElseGet(row.identity(), () -> Identity.of(row.email())),
                row.enabled() == null || row.enabled(),
                null);
    }

    private static User recorded(RecordIndividual row) {
        String name = name(row);
        return new User(
                0,
                row.email(),
                row.individualId(),
                Objects.requireNonNullElse(row.firstName(), ""),
                Objects.requireNonNullElse(row.lastName(), ""),
                name.isEmpty() ? row.email() : name,
                row.identity(),
                row.enabled(),
                row.technicalId());
    }

    private static String name(RecordIndividual row) {
        String first = Objects.requireNonNullElse(row.firstName(), "");
        return (first + " " + Objects.requireNonNullElse(row.lastName(), "")).strip();
    }

    private static User taken(User here, AddUser row) {
        User named = new User(
                here.id(),
                here.email(),
                here.individualId(),
                Objects.requireNonNullElse(row.firstName(), here.firstName()),
                Objects.requireNonNullElse(row.lastName(), here.lastName()),
                Objects.requireNonNullElse(row.displayName(), here.displayName()),
                here.identity(),
                here.enabled(),
                here.technicalId());
        return with(named, row.identity(), row.enabled());
    }

    private static User taken(User here, RecordIndividual row) {
        return new User(
                here.id(),
                here.email(),
                row.individualId(),
                Objects.requireNonNullElse(row.firstName(), here.firstName()),
                Objects.requireNonNullElse(row.lastName(), here.lastName()),
                here.displayName(),
                here.identity(),
                row.enabled(),
                row.technicalId() == null ? here.technicalId() : row.technicalId());
    }

    private static User with(User user, @Nullable Identity identity, @Nullable Boolean enabled) {
        return new User(
                user.id(),
                user.email(),
                user.individualId(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                identity == null ? user.identity() : identity,
                enabled == null ? user.enabled() : enabled,
                user.technicalId());
    }
}
