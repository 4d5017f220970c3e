package io.almoner.book;

/**
 * One thing that the book of an organisation holds. Each has a surrogate key that the program gives in ascending order
 * and that means nothing outside the ledger.
 */
public sealed interface Entity
        permits Organisation,
                Location,
                User,
                Membership,
                RoleGrant,
                PurchaseOrder,
                Benefit,
                ProductKey,
                Seat,
                MarketingContact,
                ServiceRequest,
                KeyActivation {

    /** The surrogate key: positive, unique among all entities of the ledger. */
    long id();

    /** Asks the case of this entity's own kind; a new kind does not compile until every asker has a case for it. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of entity. */
    interface Cases<R> {
        R organisation(Organisation organisation);

        R location(Location location);

        R user(User user);

        R membership(Membership membership);

        R roleGrant(RoleGrant roleGrant);

        R purchaseOrder(PurchaseOrder purchaseOrder);

        R benefit(Benefit benefit);

        R productKey(ProductKey productKey);

        R seat(Seat seat);

        R marketingContact(MarketingContact marketingContact);

        R serviceRequest(ServiceRequest serviceRequest);

        R keyActivation(KeyActivation keyActivation);
    }
}
