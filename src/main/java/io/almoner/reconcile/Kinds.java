package io.almoner.reconcile;

import io.almoner.book.Benefit;
import io.almoner.book.Entity;
import io.almoner.book.KeyActivation;
import io.almoner.book.Location;
import io.almoner.book.MarketingContact;
import io.almoner.book.Membership;
import io.almoner.book.Organisation;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.RoleGrant;
import io.almoner.book.Seat;
import io.almoner.book.ServiceRequest;
import io.almoner.book.User;

/** The kind of thing that an entity is to people. */
final class Kinds implements Entity.Cases<Subject.Kind> {

    @Override
    public Subject.Kind organisation(Organisation organisation) {
        return Subject.Kind.ORGANISATION;
    }

    @Override
    public Subject.Kind location(Location location) {
        return Subject.Kind.LOCATION;
    }

    @Override
    public Subject.Kind user(User user) {
        return Subject.Kind.USER;
    }

    @Override
    public Subject.Kind membership(Membership membership) {
        return Subject.Kind.USER;
    }

    @Override
    public Subject.Kind roleGrant(RoleGrant grant) {
        return Subject.Kind.ROLE;
    }

    @Override
    public Subject.Kind purchaseOrder(PurchaseOrder order) {
        return Subject.Kind.ORDER;
    }

    @Override
    public Subject.Kind benefit(Benefit benefit) {
        return Subject.Kind.BENEFIT;
    }

    @Override
    public Subject.Kind productKey(ProductKey key) {
        return Subject.Kind.KEY;
    }

    @Override
    public Subject.Kind seat(Seat seat) {
        return Subject.Kind.SEAT;
    }

    @Override
    public Subject.Kind marketingContact(MarketingContact contact) {
        return Subject.Kind.CONTACT;
    }

    @Override
    public Subject.Kind serviceRequest(ServiceRequest request) {
        return Subject.Kind.ORDER;
    }

    @Override
    public Subject.Kind keyActivation(KeyActivation activation) {
        return Subject.Kind.KEY;
    }
}
