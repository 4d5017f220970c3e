package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A purchased package.
 *
 * @param id the surrogate key
 * @param number the order number; unique in the organisation
 * @param offerType what was bought
 * @param competency the competency it belongs to, if any
 * @param country ISO 3166-1 alpha-2 of the location that bought it, if known
 * @param purchasedOn day 0 of the refund window, if known
 * @param anniversaryOn when it is to be renewed, if known
 * @param status where it is in its life
 * @param upgradeOf the order number that this one upgraded, if any
 */
public record PurchaseOrder(
        long id,
        String number,
        OfferType offerType,
        @Nullable String competency,
        @Nullable String country,
        @Nullable LocalDate purchasedOn,
        @Nullable LocalDate anniversaryOn,
        OrderStatus status,
        @Nullable String upgradeOf)
        implements Entity {

    /** The order with another status. */
    public PurchaseOrder with(OrderStatus next) {
        return new PurchaseOrder(
                id, number, offerType, competency, country, purchasedOn, anniversaryOn, next, upgradeOf);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.purchaseOrder(this);
    }
}
