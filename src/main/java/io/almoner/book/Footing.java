package io.almoner.book;

import java.util.Objects;

/**
 * Whether an entity as it was before a change can stand in a book again. What it belongs to is there as long as the entity
 * is, and never becomes another; so only that can be missing which a change gives and takes: the holder of a seat, and the
 * place of a role.
 */
final class Footing implements Entity.Cases<Boolean> {

    private final OrgBook book;

    Footing(OrgBook book) {
        this.book = book;
    }

    @Override
    public Boolean organisation(Organisation organisation) {
        return true;
    }

    @Override
    public Boolean location(Location location) {
        return true;
    }

    @Override
    public Boolean user(User user) {
        return true;
    }

    @Override
    public Boolean membership(Membership membership) {
        return true;
    }

    /** Somebody may have granted the same role again. */
    @Override
    public Boolean roleGrant(RoleGrant grant) {
        return book.hasUser(grant.userId())
                && book.grants(book.user(grant.userId())).stream().noneMatch(other -> isSame(grant, other));
    }

    private static boolean isSame(RoleGrant grant, RoleGrant other) {
        return grant.role() == other.role() && Objects.equals(grant.scope(), other.scope());
    }

    @Override
    public Boolean purchaseOrder(PurchaseOrder order) {
        return true;
    }

    @Override
    public Boolean benefit(Benefit benefit) {
        return true;
    }

    @Override
    public Boolean productKey(ProductKey key) {
        return true;
    }

    @Override
    public Boolean seat(Seat seat) {
        return seat.userId() == null || book.hasUser(seat.userId());
    }

    @Override
    public Boolean marketingContact(MarketingContact contact) {
        return true;
    }

    @Override
    public Boolean serviceRequest(ServiceRequest request) {
        return true;
    }

    @Override
    public Boolean keyActivation(KeyActivation activation) {
        return true;
    }
}
