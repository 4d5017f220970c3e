package io.almoner.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Command.GrantRole;
import io.almoner.book.Command.RecordContact;
import io.almoner.book.Command.RecordLocation;
import io.almoner.book.ContactDetails;
import io.almoner.book.Location;
import io.almoner.book.MarketingContact;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.RoleGrant;
import io.almoner.book.User;

/** Compares what belongs to the company as such: its locations, roles and marketing contacts. */
final class PlaceComparison {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;

    PlaceComparison(OrgBook book, Terms terms, Seen seen) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
    }

    /** A row of locations says something of its organisation, too. */
    List<Drift> compare(RecordLocation row) {
        List<Drift> drifts = new ArrayList<>(2);
        book.organisation()
                .filter(here -> seen.add(here.id()))
                .ifPresent(here -> drifts.addAll(organisation(here, row)));
        drifts.addAll(location(row));
        return drifts;
    }

    private List<Drift> organisation(Organisation here, RecordLocation row) {
        List<Difference> differences = new Values(terms.tolerance())
                .text("OrgName", here.name(), row.organisationName())
                .text("AccountEmail", here.accountEmail(), row.accountEmail())
                .differences();
        Organisation taken = new Organisation(
                here.id(),
                here.code(),
                row.organisationName() == null ? here.name() : row.organisationName(),
                here.platform(),
                here.state(),
                here.invitedOn(),
                row.accountEmail() == null ? here.accountEmail() : row.accountEmail(),
                here.movedBy());
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, Subject.of(Subject.Kind.ORGANISATION, here.code()), here)
                        .differing(differences)
                        .fixedBy(Change.changed(ChangeKind.ORGANISATION_CHANGED, here, taken)));
    }

    /** The tree of PMC is flat in Partner Center: a row without a parent says nothing about it. */
    private List<Drift> location(RecordLocation row) {
        Optional<Location> known = book.location(row.mpnId());
        if (known.isEmpty()) {
            return List.of(Drift.of(Situation.MISSING_HERE, Subject.of(Subject.Kind.LOCATION, row.mpnId()), null)
                    .variant("migrate"));
        }
        Location here = known.get();
        Subject subject = subject(here);
        if (!seen.add(here.id())) {
            return List.of(Drift.of(Situation.DUPLICATED_THERE, subject, here));
        }
        List<Difference> differences = new Values(terms.tolerance())
                .text("LocationName", here.name(), row.name())
                .text("Country", here.country(), row.country())
                .text("ParentMpnId", here.parentMpnId(), row.parentMpnId())
                .differences();
        Location taken = new Location(
                here.id(),
                here.mpnId(),
                here.kind(),
                row.parentMpnId() == null ? here.parentMpnId() : row.parentMpnId(),
                row.name() == null ? here.name() : row.name(),
                row.country() == null ? here.country() : row.country());
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, subject, here)
                        .differing(differences)
                        .fixedBy(Change.changed(ChangeKind.LOCATION_CHANGED, here, taken)));
    }

    static Subject subject(Location location) {
        return new Subject(Subject.Kind.LOCATION, location.name(), null, null, location.mpnId());
    }

    /** A right is never taken over: whoever is to have it is given it on purpose. */
    List<Drift> compare(GrantRole row) {
        Optional<RoleGrant> known = book.user(row.email())
                .flatMap(user -> book.grants(user).stream()
                        .filter(grant -> grant.role() == row.role() && Objects.equals(grant.scope(), row.scope()))
                        .findFirst());
        if (known.isPresent()) {
            return seen.add(known.get().id())
                    ? List.of()
                    : List.of(Drift.of(Situation.DUPLICATED_THERE, subject(known.get()), known.get()));
        }
        Subject subject = new Subject(Subject.Kind.ROLE, row.role().label(), null, row.email(), row.scope());
        return List.of(Drift.of(Situation.MISSING_HERE, subject, null).variant("role"));
    }

    Subject subject(RoleGrant grant) {
        return new Subject(
                Subject.Kind.ROLE,
                grant.role().label(),
                null,
                book.user(grant.userId()).email(),
                grant.scope());
    }

    List<Drift> compare(RecordContact row) {
        Optional<User> user = book.user(row.userEmail());
        Optional<MarketingContact> known = user.flatMap(book::contact);
        if (user.isEmpty() || known.isEmpty()) {
            Subject subject = new Subject(Subject.Kind.CONTACT, row.userEmail(), null, row.userEmail(), null);
            return List.of(Drift.of(Situation.MISSING_HERE, subject, null)
                    .variant(user.isEmpty() ? "user" : "contact")
                    .fixedBy(user.flatMap(person -> contact(0, person, row.contact()))
                            .map(contact -> Change.created(ChangeKind.CONTACT_RECORDED, contact))
                            .orElse(null)));
        }
        MarketingContact here = known.get();
        Subject subject = subject(here);
        if (!seen.add(here.id())) {
            return List.of(Drift.of(Situation.DUPLICATED_THERE, subject, here));
        }
        ContactDetails there = row.contact();
        List<Difference> differences = new Values(terms.tolerance())
                .text("Name", here.name(), there.name())
                .text("Email", here.email(), there.email())
                .text("Phone", here.phone(), there.phone())
                .text("PreferredLanguage", here.language(), there.language())
                .differences();
        return differences.isEmpty()
                ? List.of()
                : List.of(Drift.of(Situation.DIFFERENT_VALUE, subject, here)
                        .differing(differences)
                        .fixedBy(contact(here.id(), user.get(), merged(here, there))
                                .map(taken -> Change.changed(ChangeKind.CONTACT_CHANGED, here, taken))
                                .orElse(null)));
    }

    Subject subject(MarketingContact contact) {
        return new Subject(
                Subject.Kind.CONTACT,
                contact.email(),
                null,
                book.user(contact.userId()).email(),
                null);
    }

    private static ContactDetails merged(MarketingContact here, ContactDetails there) {
        return new ContactDetails(
                there.userEmail(),
                there.name() == null ? here.name() : there.name(),
                there.email() == null ? here.email() : there.email(),
                there.phone() == null ? here.phone() : there.phone(),
                there.language() == null ? here.language() : there.language());
    }

    /** Empty when something that a contact needs is missing. */
    private static Optional<MarketingContact> contact(long id, User user, ContactDetails details) {
        return details.email() == null || details.phone() == null || details.language() == null
                ? Optional.empty()
                : Optional.of(new MarketingContact(
                        id, user.id(), details.name(), details.email(), details.phone(), details.language()));
    }
}
