package io.almoner.ledger;

import org.jspecify.annotations.Nullable;

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

/**
 * An entity together with its table, so that both are known to fit.
 *
 * @param table where it is kept
 * @param entity the entity
 */
record TableOf<E extends Entity>(Table<E> table, E entity) {

    private static final Entity.Cases<TableOf<?>> CASES = new Entity.Cases<>() {
        @Override
        public TableOf<?> organisation(Organisation organisation) {
            return new TableOf<>(Tables.ORGANISATION, organisation);
        }

        @Override
        public TableOf<?> location(Location location) {
            return new TableOf<>(Tables.LOCATION, location);
        }

        @Override
        public TableOf<?> user(User user) {
            return new TableOf<>(Tables.PERSON, user);
        }

        @Override
        public TableOf<?> membership(Membership membership) {
            return new TableOf<>(Tables.MEMBERSHIP, membership);
        }

        @Override
        public TableOf<?> roleGrant(RoleGrant roleGrant) {
            return new TableOf<>(Tables.ROLE_GRANT, roleGrant);
        }

        @Override
        public TableOf<?> purchaseOrder(PurchaseOrder purchaseOrder) {
            return new TableOf<>(Tables.PURCHASE_ORDER, purchaseOrder);
        }

        @Override
        public TableOf<?> benefit(Benefit benefit) {
            return new TableOf<>(Tables.BENEFIT, benefit);
        }

        @Override
        public TableOf<?> productKey(ProductKey productKey) {
            return new TableOf<>(Tables.PRODUCT_KEY, productKey);
        }

        @Override
        public TableOf<?> seat(Seat seat) {
            return new TableOf<>(Tables.SEAT, seat);
        }

        @Override
        public TableOf<?> marketingContact(MarketingContact contact) {
            return new TableOf<>(Tables.MARKETING_CONTACT, contact);
        }

        @Override
        public TableOf<?> serviceRequest(ServiceRequest serviceRequest) {
            return new TableOf<>(Tables.SERVICE_REQUEST, serviceRequest);
        }

        @Override
        public TableOf<?> keyActivation(KeyActivation keyActivation) {
            return new TableOf<>(Tables.KEY_ACTIVATION, keyActivation);
        }
    };

    static TableOf<?> of(Entity entity) {
        return entity.match(CASES);
    }

    /** The row of this entity; see {@link Table#values}. */
    @Nullable
    Object[] values(long organisationId) {
        return table.values(organisationId, entity);
    }

    /** What only this entity may have; see {@link Table#unique}. */
    @Nullable
    String unique() {
        return Storable.text(table.unique().apply(entity));
    }
}
