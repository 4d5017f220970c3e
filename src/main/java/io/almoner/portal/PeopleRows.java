package io.almoner.portal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.AdminRight;
import io.almoner.book.Identity;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.MarketingContact;
import io.almoner.book.Membership;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.RoleGrant;
import io.almoner.book.User;

/** The rows of a book that speak of places and people: one mapping function for each layout, in its columns' order. */
final class PeopleRows {

    private PeopleRows() {}

    static Stream<List<Cell>> locations(OrgBook book) {
        Organisation organisation = book.organisation().orElseThrow();
        return book.locations().stream()
                .map(location -> List.of(
                        Cell.of(book.code()),
                        Cell.of(organisation.name()),
                        Cell.of(location.mpnId()),
                        Cell.of(location.parentMpnId()),
                        Cell.yesNo(location.kind() == LocationKind.HEADQUARTERS),
                        Cell.of(location.name()),
                        Cell.of(location.country()),
                        Cell.of(organisation.accountEmail()),
                        Cell.word(organisation.state()),
                        Cell.of(organisation.invitedOn())));
    }

    /**
     * A row for each association with a location. Who has none stands at the headquarters, and who was not known to PMC
     * is identified by her e-mail, so that nobody is missing where the file is read.
     */
    static Stream<List<Cell>> individuals(OrgBook book) {
        return book.users().stream().flatMap(user -> {
            List<Membership> memberships = book.memberships(user);
            return memberships.isEmpty()
                    ? headquarters(book).map(location -> individual(user, location, null))
                    : memberships.stream()
                            .map(membership -> individual(user, book.location(membership.locationId()), membership));
        });
    }

    private static Stream<Location> headquarters(OrgBook book) {
        return book.locations().stream()
                .filter(location -> location.kind() == LocationKind.HEADQUARTERS)
                .limit(1);
    }

    private static List<Cell> individual(User user, Location location, @Nullable Membership membership) {
        AdminRight right = membership == null ? AdminRight.NONE : membership.adminRight();
        return List.of(
                Cell.of(Objects.requireNonNullElse(user.individualId(), user.email())),
                Cell.of(user.firstName()),
                Cell.of(user.lastName()),
                Cell.of(user.email()),
                Cell.yesNo(user.identity() == Identity.MSA),
                Cell.of(location.mpnId()),
                Cell.word(right),
                Cell.word(membership == null ? null : membership.contactRole()),
                Cell.of(user.technicalId()),
                Cell.of(membership == null ? null : membership.associatedOn()),
                Cell.of(user.enabled() ? "Active" : "Disabled"));
    }

    static Stream<List<Cell>> roles(OrgBook book) {
        return book.users().stream().flatMap(user -> book.grants(user).stream().map(grant -> role(book, user, grant)));
    }

    private static List<Cell> role(OrgBook book, User user, RoleGrant grant) {
        return List.of(
                Cell.of(book.code()),
                Cell.EMPTY,
                Cell.of(user.email()),
                Cell.word(grant.role()),
                Cell.of(Objects.requireNonNullElse(grant.scope(), "Company")));
    }

    static Stream<List<Cell>> contacts(OrgBook book) {
        return book.users().stream()
                .flatMap(user -> book.contact(user).map(contact -> contact(book, user, contact)).stream());
    }

    private static List<Cell> contact(OrgBook book, User user, MarketingContact contact) {
        return List.of(
                Cell.of(book.code()),
                Cell.of(user.email()),
                Cell.of(contact.name()),
                Cell.of(contact.email()),
                Cell.of(contact.phone()),
                Cell.of(contact.language()));
    }
}
