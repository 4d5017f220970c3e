package io.almoner.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.almoner.book.AdminRight;
import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.ContactRole;
import io.almoner.book.Entity;
import io.almoner.book.Identity;
import io.almoner.book.KeyActivation;
import io.almoner.book.KeyState;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.MarketingContact;
import io.almoner.book.Membership;
import io.almoner.book.MigrationState;
import io.almoner.book.OfferType;
import io.almoner.book.OrderStatus;
import io.almoner.book.Organisation;
import io.almoner.book.Phase;
import io.almoner.book.Platform;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Role;
import io.almoner.book.RoleGrant;
import io.almoner.book.SealedKey;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.ServiceRequest;
import io.almoner.book.Unit;
import io.almoner.book.User;

import static io.almoner.ledger.Column.date;
import static io.almoner.ledger.Column.flag;
import static io.almoner.ledger.Column.number;
import static io.almoner.ledger.Column.text;
import static io.almoner.ledger.Column.texts;
import static io.almoner.ledger.Column.word;

/** The tables of the books, owners before what they own. */
final class Tables {

    static final Table<Organisation> ORGANISATION = new Table<>(
            "organisation",
            List.of(
                    text("code", Organisation::code),
                    text("name", Organisation::name),
                    word("platform", Organisation::platform),
                    word("state", Organisation::state),
                    date("invited_on", Organisation::invitedOn),
                    text("account_email", Organisation::accountEmail),
                    text("moved_by", Organisation::movedBy)),
            cells -> new Organisation(
                    cells.number(),
                    cells.text(),
                    cells.text(),
                    cells.word(Platform.class),
                    cells.word(MigrationState.class),
                    cells.dateOrNull(),
                    cells.textOrNull(),
                    cells.textOrNull()));

    static final Table<Location> LOCATION = new Table<>(
            "location",
            List.of(
                    text("mpn_id", Location::mpnId),
                    word("kind", Location::kind),
                    text("parent_mpn_id", Location::parentMpnId),
                    text("name", Location::name),
                    text("country", Location::country)),
            cells -> new Location(
                    cells.number(),
                    cells.text(),
                    cells.word(LocationKind.class),
                    cells.textOrNull(),
                    cells.text(),
                    cells.textOrNull()));

    static final Table<User> PERSON = new Table<>(
            "person",
            List.of(
                    text("email", User::email),
                    text("individual_id", User::individualId),
                    text("first_name", User::firstName),
                    text("last_name", User::lastName),
                    text("display_name", User::displayName),
                    word("identity_kind", User::identity),
                    flag("enabled", User::enabled),
                    text("technical_id", User::technicalId)),
            cells -> new User(
                    cells.number(),
                    cells.text(),
                    cells.textOrNull(),
                    cells.text(),
                    cells.text(),
                    cells.text(),
                    cells.word(Identity.class),
                    cells.flag(),
                    cells.textOrNull()));

    static final Table<Membership> MEMBERSHIP = new Table<>(
            "membership",
            List.of(
                    number("person_id", Membership::userId),
                    number("location_id", Membership::locationId),
                    word("contact_role", Membership::contactRole),
                    word("admin_right", Membership::adminRight),
                    date("associated_on", Membership::associatedOn)),
            cells -> new Membership(
                    cells.number(),
                    cells.number(),
                    cells.number(),
                    cells.wordOrNull(ContactRole.class),
                    cells.word(AdminRight.class),
                    cells.dateOrNull()));

    static final Table<RoleGrant> ROLE_GRANT = new Table<>(
            "role_grant",
            List.of(
                    number("person_id", RoleGrant::userId),
                    word("role_name", RoleGrant::role),
                    text("mpn_id", RoleGrant::scope)),
            cells -> new RoleGrant(cells.number(), cells.number(), cells.word(Role.class), cells.textOrNull()));

    static final Table<PurchaseOrder> PURCHASE_ORDER = new Table<>(
            "purchase_order",
            List.of(
                    text("order_number", PurchaseOrder::number),
                    word("offer_type", PurchaseOrder::offerType),
                    text("competency", PurchaseOrder::competency),
                    text("country", PurchaseOrder::country),
                    date("purchased_on", PurchaseOrder::purchasedOn),
                    date("anniversary_on", PurchaseOrder::anniversaryOn),
                    word("status", PurchaseOrder::status),
                    text("upgrade_of", PurchaseOrder::upgradeOf)),
            cells -> new PurchaseOrder(
                    cells.number(),
                    cells.text(),
                    cells.word(OfferType.class),
                    cells.textOrNull(),
                    cells.textOrNull(),
                    cells.dateOrNull(),
                    cells.dateOrNull(),
                    cells.word(OrderStatus.class),
                    cells.textOrNull()));

    static final Table<Benefit> BENEFIT = new Table<>(
            "benefit",
            List.of(
                    number("order_id", Benefit::orderId),
                    number("location_id", Benefit::locationId),
                    text("name", Benefit::name),
                    word("category", Benefit::category),
                    word("benefit_type", Benefit::type),
                    number("quantity", Benefit::quantity),
                    word("unit", Benefit::unit),
                    number("used", Benefit::used),
                    word("status", Benefit::status),
                    date("usable_until", Benefit::usableUntil),
                    date("activate_by", Benefit::activateBy),
                    text("special_instructions", Benefit::specialInstructions),
                    texts("languages", Benefit::languages),
                    texts("operating_systems", Benefit::operatingSystems),
                    texts("download_links", Benefit::downloadLinks)),
            Tables::benefit);

    static final Table<ProductKey> PRODUCT_KEY = new Table<>(
            "product_key",
            List.of(
                    number("benefit_id", ProductKey::benefitId),
                    text("sealed", key -> key.key().sealed()),
                    text("fingerprint", key -> key.key().fingerprint()),
                    text("last_five", key -> key.key().lastFive()),
                    text("key_type", ProductKey::type),
                    number("seats", ProductKey::seats),
                    text("language", ProductKey::language),
                    text("operating_system", ProductKey::operatingSystem),
                    word("state", ProductKey::state),
                    date("revealed_on", ProductKey::revealedOn),
                    number("activations_max", ProductKey::activationsMax),
                    number("activations_used", ProductKey::activationsUsed),
                    date("redeemed_on", ProductKey::redeemedOn),
                    text("redeemed_tenant", ProductKey::redeemedTenant)),
            Tables::productKey,
            key -> key.key().fingerprint());

    static final Table<Seat> SEAT = new Table<>(
            "seat",
            List.of(
                    number("benefit_id", Seat::benefitId),
                    number("person_id", Seat::userId),
                    text("level", Seat::level),
                    text("subscription_guid", Seat::subscriptionGuid),
                    text("holder_name", Seat::holderName),
                    text("notification_email", Seat::notificationEmail),
                    text("alternate_email", Seat::alternateEmail),
                    text("country", Seat::country),
                    text("language", Seat::language),
                    text("reference", Seat::reference),
                    flag("downloads", Seat::downloads),
                    date("assigned_on", Seat::assignedOn),
                    date("expires_on", Seat::expiresOn),
                    text("technical_id", Seat::technicalId),
                    word("state", Seat::state),
                    date("removed_on", Seat::removedOn)),
            Tables::seat,
            Seat::subscriptionGuid);

    static final Table<MarketingContact> MARKETING_CONTACT = new Table<>(
            "marketing_contact",
            List.of(
                    number("person_id", MarketingContact::userId),
                    text("name", MarketingContact::name),
                    text("email", MarketingContact::email),
                    text("phone", MarketingContact::phone),
                    text("language", MarketingContact::language)),
            cells -> new MarketingContact(
                    cells.number(), cells.number(), cells.textOrNull(), cells.text(), cells.text(), cells.text()));

    static final Table<ServiceRequest> SERVICE_REQUEST = new Table<>(
            "service_request",
            List.of(
                    word("request_kind", ServiceRequest::kind),
                    number("order_id", ServiceRequest::orderId),
                    number("benefit_id", ServiceRequest::benefitId),
                    number("person_id", ServiceRequest::userId),
                    text("request_number", ServiceRequest::number),
                    date("requested_on", ServiceRequest::requestedOn),
                    word("phase", ServiceRequest::phase),
                    number("hours", ServiceRequest::hours),
                    text("reference", ServiceRequest::reference)),
            Tables::serviceRequest);

    static final Table<KeyActivation> KEY_ACTIVATION = new Table<>(
            "key_activation",
            List.of(
                    number("benefit_id", KeyActivation::benefitId),
                    number("key_id", KeyActivation::keyId),
                    number("person_id", KeyActivation::userId),
                    text("reference", KeyActivation::reference),
                    text("tenant", KeyActivation::tenant),
                    date("activated_on", KeyActivation::activatedOn)),
            cells -> new KeyActivation(
                    cells.number(),
                    cells.number(),
                    cells.number(),
                    cells.numberOrNull(),
                    cells.textOrNull(),
                    cells.textOrNull(),
                    cells.date()));

    static final List<Table<? extends Entity>> ALL = List.of(
            ORGANISATION,
            LOCATION,
            PERSON,
            MEMBERSHIP,
            ROLE_GRANT,
            PURCHASE_ORDER,
            BENEFIT,
            PRODUCT_KEY,
            SEAT,
            MARKETING_CONTACT,
            SERVICE_REQUEST,
            KEY_ACTIVATION);

    private static final Map<String, Table<? extends Entity>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));

    private Tables() {}

    /** The table of a name, as the audit trail knows it. */
    static Table<? extends Entity> named(String name) {
        Table<? extends Entity> table = BY_NAME.get(name);
        if (table == null) {
            throw new IllegalArgumentException("the ledger has no table " + name);
        }
        return table;
    }

    private static Benefit benefit(Cells cells) {
        return new Benefit(
                cells.number(),
                cells.number(),
                cells.number(),
                cells.text(),
                cells.word(Category.class),
                cells.word(BenefitType.class),
                cells.number(),
                cells.word(Unit.class),
                cells.number(),
                cells.word(BenefitStatus.class),
                cells.dateOrNull(),
                cells.dateOrNull(),
                cells.textOrNull(),
                cells.texts(),
                cells.texts(),
                cells.texts());
    }

    private static ProductKey productKey(Cells cells) {
        return new ProductKey(
                cells.number(),
                cells.number(),
                new SealedKey(cells.text(), cells.text(), cells.text()),
                cells.text(),
                cells.numberOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.word(KeyState.class),
                cells.dateOrNull(),
                cells.numberOrNull(),
                cells.number(),
                cells.dateOrNull(),
                cells.textOrNull());
    }

    private static ServiceRequest serviceRequest(Cells cells) {
        return new ServiceRequest(
                cells.number(),
                cells.word(ServiceRequest.Kind.class),
                cells.number(),
                cells.numberOrNull(),
                cells.numberOrNull(),
                cells.textOrNull(),
                cells.date(),
                cells.wordOrNull(Phase.class),
                cells.numberOrNull(),
                cells.textOrNull());
    }

    private static Seat seat(Cells cells) {
        return new Seat(
                cells.number(),
                cells.number(),
                cells.numberOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.textOrNull(),
                cells.flagOrNull(),
                cells.dateOrNull(),
                cells.dateOrNull(),
                cells.textOrNull(),
                cells.word(SeatState.class),
                cells.dateOrNull());
    }
}
