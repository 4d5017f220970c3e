package io.almoner.book;

import java.util.Objects;

/** Whether something else in a book belongs to an entity, and would be left without it. */
final class Dependents implements Entity.Cases<Boolean> {

    private final OrgBook book;

    Dependents(OrgBook book) {
        this.book = book;
    }

    @Override
    public Boolean organisation(Organisation organisation) {
        return !book.locations().isEmpty()
                || !book.users().isEmpty()
                || !book.orders().isEmpty();
    }

    @Override
    public Boolean location(Location location) {
        return !book.benefits(location).isEmpty() || book.users().stream().anyMatch(user -> isTiedTo(user, location));
    }

    private boolean isTiedTo(User user, Location location) {
        return book.memberships(user).stream().anyMatch(membership -> membership.locationId() == location.id())
                || book.grants(user).stream().anyMatch(grant -> location.mpnId().equals(grant.scope()));
    }

    @Override
    public Boolean user(User user) {
        return !book.seatsOf(user).isEmpty()
                || !book.grants(user).isEmpty()
                || !book.memberships(user).isEmpty()
                || book.contact(user).isPresent()
                || book.asksFor(user);
    }

    @Override
    public Boolean membership(Membership membership) {
        return false;
    }

    @Override
    public Boolean roleGrant(RoleGrant roleGrant) {
        return false;
    }

    @Override
    public Boolean purchaseOrder(PurchaseOrder order) {
        return !book.benefits(order).isEmpty() || !book.requests(order).isEmpty();
    }

    @Override
    public Boolean benefit(Benefit benefit) {
        return !book.keys(benefit).isEmpty()
                || book.seatCount(benefit) > 0
                || book.requests(book.order(benefit)).stream()
                        .anyMatch(request -> Objects.equals(request.benefitId(), benefit.id()));
    }

    /** An activation changes its key too, so a key as it came has none. */
    @Override
    public Boolean productKey(ProductKey productKey) {
        return false;
    }

    @Override
    public Boolean seat(Seat seat) {
        return false;
    }

    @Override
    public Boolean marketingContact(MarketingContact contact) {
        return false;
    }

    @Override
    public Boolean serviceRequest(ServiceRequest request) {
        return false;
    }

    @Override
    public Boolean keyActivation(KeyActivation activation) {
        return false;
    }
}
