package io.almoner.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.almoner.book.AdminRight;
import io.almoner.book.Benefit;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.ContactRole;
import io.almoner.book.Entity;
import io.almoner.book.Identity;
import io.almoner.book.KeyState;
import io.almoner.book.Location;
import io.almoner.book.LocationKind;
import io.almoner.book.MarketingContact;
import io.almoner.book.Membership;
import io.almoner.book.MigrationState;
import io.almoner.book.OfferType;
import io.almoner.book.OrderStatus;
import io.almoner.book.Organisation;
import io.almoner.book.Platform;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Role;
import io.almoner.book.RoleGrant;
import io.almoner.book.SealedKey;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.Unit;
import io.almoner.book.User;

/** Entities for tests: an organisation of every kind of thing, texts of several scripts among them. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-22T12:00:00.123456Z");
    static final LocalDate DAY = LocalDate.of(2020, 2, 29);

    private Samples() {}

    /** One entity of each kind, owners first, for the n-th organisation; keys are {@code 100 * n} and following. */
    static List<Entity> organisation(int n) {
        long id = 100L * n;
        String tag = "o" + n;
        List<Entity> entities = new ArrayList<>();
        entities.add(new Organisation(
                id,
                "ORG-" + n,
                "东方软件 & Söhne\t\\N\n",
                Platform.PMC,
                MigrationState.INVITED,
                DAY,
                tag + "@org.example",
                tag + "@x.example"));
        entities.add(new Location(id + 1, "10000" + n, LocationKind.HEADQUARTERS, null, "München", "DE"));
        entities.add(
                new User(id + 2, tag + "@x.example", "IND" + n, "", "Ōnishi", "𠮷野家 😀", Identity.WORK, true, null));
        entities.add(
                new Membership(id + 3, id + 2, id + 1, ContactRole.PRIMARY_PROGRAM_CONTACT, AdminRight.GLOBAL, null));
        entities.add(new RoleGrant(id + 4, id + 2, Role.GLOBAL_ADMIN, null));
        entities.add(
                new PurchaseOrder(id + 5, "ORD-" + n, OfferType.GOLD, null, "DE", DAY, null, OrderStatus.ACTIVE, null));
        entities.add(benefit(id));
        entities.add(new ProductKey(
                id + 7,
                id + 6,
                new SealedKey("sealed" + n, "fingerprint" + n, "ABCDE"),
                "Retail",
                5L,
                null,
                "Windows",
                KeyState.REVEALED,
                DAY,
                10L,
                3,
                null,
                null));
        entities.add(seat(id + 8, id + 6, id + 2, "guid-" + n));
        entities.add(new MarketingContact(id + 9, id + 2, null, "m@" + tag + ".example", "+49 30 1", "de"));
        return entities;
    }

    private static Benefit benefit(long id) {
        return new Benefit(
                id + 6,
                id + 5,
                id + 1,
                "Visual Studio Enterprise",
                Category.VISUAL_STUDIO,
                BenefitType.CORE,
                25,
                Unit.SEAT,
                0,
                BenefitStatus.ACTIVE,
                DAY,
                null,
                "Say \"hello\",\nthen wait",
                List.of("en", "日本語"),
                List.of(),
                List.of("https://example.org/a?b=c&d"));
    }

    static Seat seat(long id, long benefitId, Long userId, String guid) {
        return new Seat(
                id,
                benefitId,
                userId,
                "Visual Studio Enterprise",
                guid,
                "Holder Number " + id,
                "holder" + id + "@contoso.example",
                null,
                "DE",
                "en-US",
                "REF-" + id,
                true,
                DAY,
                DAY.plusYears(1),
                null,
                SeatState.ACTIVE,
                null);
    }

    /** The seat, but for its holder, its reference and its state. */
    static Seat like(Seat seat, Long userId, String reference, SeatState state) {
        return new Seat(
                seat.id(),
                seat.benefitId(),
                userId,
                seat.level(),
                seat.subscriptionGuid(),
                seat.holderName(),
                seat.notificationEmail(),
                seat.alternateEmail(),
                seat.country(),
                seat.language(),
                reference,
                seat.downloads(),
                seat.assignedOn(),
                seat.expiresOn(),
                seat.technicalId(),
                state,
                seat.removedOn());
    }

    static List<RecordedChange> created(long organisationId, List<Entity> entities) {
        List<RecordedChange> changes = new ArrayList<>();
        for (Entity entity : entities) {
            changes.add(new RecordedChange(
                    organisationId, 1, changes.size() + 2, Change.created(ChangeKind.SEAT_RECORDED, entity)));
        }
        return changes;
    }

    static Commit commit(List<RecordedChange> changes) {
        return new Commit(1, changes, List.of(), List.of(), 0, NOON);
    }
}
