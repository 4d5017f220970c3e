package io.almoner.book;

/** What people call an entity, in no language: an address, a number, a name. */
public final class EntityName implements Entity.Cases<String> {

    private static final String UNKNOWN = "?";

    private final OrgBook book;

    /** @param book the entity's book, which need not have it any more */
    public EntityName(OrgBook book) {
        this.book = book;
    }

    @Override
    public String organisation(Organisation organisation) {
        return organisation.code();
    }

    @Override
    public String location(Location location) {
        return location.mpnId();
    }

    @Override
    public String user(User user) {
        return user.email();
    }

    @Override
    public String membership(Membership membership) {
        return email(membership.userId());
    }

    @Override
    public String roleGrant(RoleGrant grant) {
        return grant.role().label() + " (" + email(grant.userId()) + ")";
    }

    @Override
    public String purchaseOrder(PurchaseOrder order) {
        return order.number();
    }

    @Override
    public String benefit(Benefit benefit) {
        return benefit.name();
    }

    @Override
    public String productKey(ProductKey key) {
        return key.key().masked();
    }

    @Override
    public String seat(Seat seat) {
        String name = benefitName(seat.benefitId());
        return seat.userId() == null ? name : name + " (" + email(seat.userId()) + ")";
    }

    @Override
    public String marketingContact(MarketingContact contact) {
        return contact.email();
    }

    @Override
    public String serviceRequest(ServiceRequest request) {
        if (request.number() != null) {
            return request.number();
        }
        return request.benefitId() == null ? UNKNOWN : benefitName(request.benefitId());
    }

    @Override
    public String keyActivation(KeyActivation activation) {
        return benefitName(activation.benefitId());
    }

    private String email(long userId) {
        return book.hasUser(userId) ? book.user(userId).email() : UNKNOWN;
    }

    private String benefitName(long benefitId) {
        return book.hasBenefit(benefitId) ? book.benefit(benefitId).name() : UNKNOWN;
    }
}
