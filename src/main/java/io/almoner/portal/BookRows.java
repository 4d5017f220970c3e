package io.almoner.portal;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.AdminRight;
import io.almoner.book.Benefit;
import io.almoner.book.Identity;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.MarketingContact;
import io.almoner.book.Membership;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.RoleGrant;
import io.almoner.book.SealedKey;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.book.Words;

/**
 * The rows of a book in each layout: one mapping function for each, in the order of the layout's columns. What a layout
 * has no column for is left out.
 */
final class BookRows {

    private final Function<SealedKey, String> keyText;

    BookRows(Function<SealedKey, String> keyText) {
        this.keyText = keyText;
    }

    /**
     * The function of a layout.
     *
     * @throws IllegalArgumentException when the ledger is not written in that layout
     */
    Function<OrgBook, Stream<List<Cell>>> of(String layout) {
        return switch (layout) {
            case "pmc_locations" -> BookRows::locations;
            case "pmc_individuals" -> BookRows::individuals;
            case "user_roles" -> BookRows::roles;
            case "pmc_benefits" -> BookRows::benefits;
            case "pmc_keys" -> this::keys;
            case "pmc_assignments" -> BookRows::seats;
            case "pmc_marketing_contacts" -> BookRows::contacts;
            default -> throw new IllegalArgumentException("nothing is exported as " + layout);
        };
    }

    private static Stream<List<Cell>> locations(OrgBook book) {
        Organisation organisation = book.organisation().orElseThrow();
        return book.locations().stream()
                .map(location -> List.of(
                        Cell.of(book.code()),
                        Cell.of(organisation.name()),
                        Cell.of(location.mpnId()),
                        Cell.of(location.parentMpnId()),
                        yesNo(location.kind() == LocationKind.HEADQUARTERS),
                        Cell.of(location.name()),
                        Cell.of(location.country()),
                        Cell.of(organisation.accountEmail()),
                        word(organisation.state()),
                        Cell.of(organisation.invitedOn())));
    }

    /**
     * A row for each association with a location. Who has none stands at the headquarters, and who was not known to PMC
     * is identified by her e-mail, so that nobody is missing where the file is read.
     */
    private static Stream<List<Cell>> individuals(OrgBook book) {
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
                yesNo(user.identity() == Identity.MSA),
                Cell.of(location.mpnId()),
                word(right),
                word(membership == null ? null : membership.contactRole()),
                Cell.of(user.technicalId()),
                Cell.of(membership == null ? null : membership.associatedOn()),
                Cell.of(user.enabled() ? "Active" : "Disabled"));
    }

    private static Stream<List<Cell>> roles(OrgBook book) {
        return book.users().stream().flatMap(user -> book.grants(user).stream().map(grant -> role(book, user, grant)));
    }

    private static List<Cell> role(OrgBook book, User user, RoleGrant grant) {
        return List.of(
                Cell.of(book.code()),
                Cell.EMPTY,
                Cell.of(user.email()),
                word(grant.role()),
                Cell.of(Objects.requireNonNullElse(grant.scope(), "Company")));
    }

    private static Stream<List<Cell>> benefits(OrgBook book) {
        return book.benefits().stream().map(benefit -> benefit(book, benefit));
    }

    private static List<Cell> benefit(OrgBook book, Benefit benefit) {
        PurchaseOrder order = book.order(benefit);
        return List.of(
                location(book, benefit),
                word(order.offerType()),
                Cell.of(order.competency()),
                Cell.of(order.number()),
                Cell.of(order.purchasedOn()),
                Cell.of(order.anniversaryOn()),
                Cell.of(benefit.name()),
                word(benefit.category()),
                word(benefit.type()),
                Cell.of(benefit.quantity()),
                word(benefit.unit()),
                Cell.of(benefit.used()),
                word(benefit.status()),
                Cell.of(benefit.usableUntil()),
                Cell.of(benefit.activateBy()),
                Cell.of(benefit.specialInstructions()),
                list(benefit.languages()),
                list(benefit.operatingSystems()),
                list(benefit.downloadLinks()),
                Cell.of(order.upgradeOf()));
    }

    private Stream<List<Cell>> keys(OrgBook book) {
        return book.benefits().stream()
                .flatMap(benefit -> book.keys(benefit).stream().map(key -> key(book, benefit, key)));
    }

    private List<Cell> key(OrgBook book, Benefit benefit, ProductKey key) {
        return List.of(
                location(book, benefit),
                Cell.of(book.order(benefit).number()),
                Cell.of(benefit.name()),
                Cell.of(keyText.apply(key.key())),
                Cell.of(key.type()),
                Cell.of(key.seats()),
                Cell.of(key.language()),
                Cell.of(key.operatingSystem()),
                Cell.of(key.revealedOn()),
                Cell.of(key.activationsMax()),
                Cell.of(key.activationsUsed()),
                Cell.of(key.redeemedOn()),
                Cell.of(key.redeemedTenant()));
    }

    private static Stream<List<Cell>> seats(OrgBook book) {
        return book.benefits().stream()
                .flatMap(benefit -> book.seats(benefit).stream()
                        // a free seat that nothing identifies is no more than the benefit's quantity says
                        .filter(seat -> seat.isHeld() || seat.subscriptionGuid() != null)
                        .map(seat -> seat(book, benefit, seat)));
    }

    private static List<Cell> seat(OrgBook book, Benefit benefit, Seat seat) {
        boolean held = seat.isHeld();
        @Nullable Long holder = seat.userId();
        return List.of(
                location(book, benefit),
                Cell.of(book.order(benefit).number()),
                Cell.of(benefit.name()),
                Cell.of(seat.level()),
                Cell.of(seat.subscriptionGuid()),
                Cell.of(held ? seat.holderName() : null),
                Cell.of(held && holder != null ? book.user(holder).email() : null),
                Cell.of(held ? seat.notificationEmail() : null),
                Cell.of(held ? seat.alternateEmail() : null),
                Cell.of(held ? seat.assignedOn() : null),
                Cell.of(seat.expiresOn()),
                Cell.of(held ? seat.technicalId() : null),
                held ? word(seat.state()) : Cell.EMPTY);
    }

    private static Stream<List<Cell>> contacts(OrgBook book) {
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

    private static Cell location(OrgBook book, Benefit benefit) {
        return Cell.of(book.location(benefit.locationId()).mpnId());
    }

    private static Cell list(List<String> parts) {
        return Cell.of(String.join(";", parts));
    }

    private static Cell yesNo(boolean yes) {
        return Cell.of(yes ? "Yes" : "No");
    }

    private static Cell word(@Nullable Enum<?> constant) {
        return constant == null ? Cell.EMPTY : Cell.of(Words.label(constant));
    }
}
