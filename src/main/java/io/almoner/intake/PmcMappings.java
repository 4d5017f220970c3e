package io.almoner.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.AdminRight;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.Command;
import io.almoner.book.Command.BenefitReference;
import io.almoner.book.Command.OrderTerms;
import io.almoner.book.ContactDetails;
import io.almoner.book.ContactRole;
import io.almoner.book.Identity;
import io.almoner.book.LocationKind;
import io.almoner.book.MigrationState;
import io.almoner.book.OfferType;
import io.almoner.book.Role;
import io.almoner.book.SealedKey;
import io.almoner.book.Unit;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** The mapping functions of the PMC layouts and {@code user_roles}; each gives null when an identifying cell is missing. */
final class PmcMappings {

    private PmcMappings() {}

    static @Nullable Command location(CellReader cells) {
        String code = cells.text("OrgId");
        String name = cells.text("OrgName");
        String mpnId = cells.mpnId("LocationMpnId");
        String parent = cells.mpnId("ParentMpnId");
        YesNo headquarters = cells.word("IsHeadquarters", YesNo.class);
        String locationName = cells.text("LocationName");
        String country = cells.country("Country");
        String account = cells.email("AccountEmail");
        MigrationState invitation = cells.word("InvitationStatus", MigrationState.class);
        LocalDate invitedOn = cells.date("InvitationDate");
        if (code == null || mpnId == null) {
            return null;
        }
        LocationKind kind = headquarters == YesNo.YES ? LocationKind.HEADQUARTERS : LocationKind.LOCATION;
        return new Command.RecordLocation(
                code, name, mpnId, parent, kind, locationName, country, account, invitation, invitedOn);
    }

    static @Nullable Command individual(CellReader cells) {
        String id = cells.text("IndividualId");
        String first = cells.text("FirstName");
        String last = cells.text("LastName");
        String email = cells.email("Email");
        YesNo personal = cells.word("MicrosoftAccount", YesNo.class);
        String mpnId = cells.mpnId("LocationMpnId");
        AdminRight right = cells.word("AdminRight", AdminRight.class);
        ContactRole role = cells.word("ContactRole", ContactRole.class);
        String technicalId = cells.text("TechnicalId");
        LocalDate associated = cells.date("AssociatedDate");
        UserStatus status = cells.word("Status", UserStatus.class);
        if (id == null || email == null || mpnId == null) {
            return null;
        }
        return new Command.RecordIndividual(
                mpnId,
                id,
                first,
                last,
                email,
                personal == YesNo.YES ? Identity.MSA : Identity.of(email),
                Objects.requireNonNullElse(right, AdminRight.NONE),
                role,
                technicalId,
                associated,
                status != UserStatus.DISABLED);
    }

    static @Nullable Command role(CellReader cells) {
        String code = cells.text("OrgId");
        String mpnId = cells.mpnId("MpnId");
        String email = cells.email("Email");
        Role role = role(cells, "Role");
        String scope = scope(cells);
        if (code == null && mpnId == null) {
            cells.found(Finding.of(Rule.FIL_003, "OrgId", null));
        }
        return email == null || role == null ? null : new Command.GrantRole(email, role, scope);
    }

    /** A role of the portal, or ROL-006. */
    static @Nullable Role role(CellReader cells, String column) {
        List<Finding> findings = cells.findings();
        int before = findings.size();
        Role role = cells.word(column, Role.class);
        if (role == null && findings.size() > before) {
            Finding unknown = findings.remove(findings.size() - 1);
            String meant = unknown.arguments().get(1);
            Finding finding = Finding.of(Rule.ROL_006, column, unknown.value(), meant);
            cells.found(meant.isEmpty() ? finding : finding.variant("suggested"));
        }
        return role;
    }

    /** The location that a role is for; null for the whole company. */
    private static @Nullable String scope(CellReader cells) {
        String text = cells.text("Scope");
        return text == null || text.toLowerCase(Locale.ROOT).startsWith("company") ? null : cells.mpnId("Scope");
    }

    static @Nullable Command benefit(CellReader cells) {
        String mpnId = cells.mpnId("LocationMpnId");
        OrderTerms order = order(cells);
        String name = cells.text("BenefitName");
        Category category = cells.word("Category", Category.class);
        BenefitType type = cells.word("BenefitType", BenefitType.class);
        Unit unit = cells.word("Unit", Unit.class);
        if (unit != Unit.UNLIMITED) {
            cells.require("Quantity");
        }
        Long quantity = cells.count("Quantity");
        Long used = cells.count("Used");
        BenefitStatus status = cells.word("Status", BenefitStatus.class);
        LocalDate expires = cells.date("Expires");
        LocalDate activateBy = cells.date("ActivateBy");
        String instructions = cells.text("SpecialInstructions");
        List<String> languages = cells.list("Languages");
        List<String> systems = cells.list("OperatingSystems");
        List<String> links = cells.list("DownloadLinks");
        if (mpnId == null || order == null || name == null || category == null) {
            return null;
        }
        return new Command.RecordBenefit(
                mpnId,
                order,
                name,
                category,
                Objects.requireNonNullElse(type, BenefitType.CORE),
                Objects.requireNonNullElse(quantity, 0L),
                Objects.requireNonNullElseGet(unit, () -> usualUnit(category)),
                Objects.requireNonNullElse(used, 0L),
                Objects.requireNonNullElseGet(status, () -> usualStatus(category)),
                expires,
                activateBy == null ? expires : activateBy,
                instructions,
                languages,
                systems,
                links);
    }

    private static @Nullable OrderTerms order(CellReader cells) {
        String number = cells.text("OrderNumber");
        OfferType offerType = cells.word("OfferType", OfferType.class);
        String competency = cells.text("Competency");
        LocalDate purchased = cells.date("PurchaseDate");
        LocalDate anniversary = cells.date("AnniversaryDate");
        String upgradeOf = cells.text("UpgradeOfOrder");
        return number == null || offerType == null
                ? null
                : new OrderTerms(number, offerType, competency, purchased, anniversary, upgradeOf);
    }

    private static Unit usualUnit(Category category) {
        return switch (category) {
            case SOFTWARE -> Unit.LICENCE;
            case CLOUD, VISUAL_STUDIO -> Unit.SEAT;
            case TECHNICAL -> Unit.INCIDENT;
            case GO_TO_MARKET -> Unit.OFFER;
        };
    }

    private static BenefitStatus usualStatus(Category category) {
        return category == Category.GO_TO_MARKET ? BenefitStatus.AVAILABLE : BenefitStatus.ACTIVE;
    }

    static @Nullable Command key(CellReader cells) {
        BenefitReference benefit = CommandReader.benefit(cells);
        SealedKey key = cells.key("ProductKey");
        String type = cells.text("KeyType");
        Long seats = cells.count("Seats");
        String language = cells.text("Language");
        String system = cells.text("OSType");
        LocalDate revealed = cells.date("RevealedDate");
        Long max = cells.count("ActivationsMax");
        Long used = cells.count("ActivationsUsed");
        LocalDate redeemed = cells.date("RedeemedDate");
        String tenant = cells.text("RedeemedTenant");
        if (benefit == null || key == null) {
            return null;
        }
        return new Command.RecordKey(
                benefit,
                key,
                Objects.requireNonNullElse(type, ""),
                seats,
                language,
                system,
                revealed,
                max,
                Objects.requireNonNullElse(used, 0L),
                redeemed,
                tenant);
    }

    static @Nullable Command seat(CellReader cells) {
        BenefitReference benefit = CommandReader.benefit(cells);
        String level = cells.text("Level");
        String guid = cells.text("SubscriptionGuid");
        String name = cells.text("Name");
        String email = cells.email("SignInEmail");
        String notification = cells.email("NotificationEmail");
        String alternate = cells.email("AlternateEmail");
        LocalDate assigned = cells.date("AssignedDate");
        LocalDate expires = cells.date("ExpirationDate");
        String technicalId = cells.text("TechnicalId");
        SeatStatus status = cells.word("Status", SeatStatus.class);
        if (guid == null) {
            cells.require("SignInEmail");
        }
        if (benefit == null) {
            return null;
        }
        return new Command.RecordSeat(
                benefit,
                level,
                guid == null ? null : guid.toLowerCase(Locale.ROOT),
                name,
                email,
                notification,
                alternate,
                assigned,
                expires,
                technicalId,
                status == SeatStatus.PENDING);
    }

    static @Nullable Command contact(CellReader cells) {
        String user = cells.email("UserEmail");
        String name = cells.text("Name");
        String email = cells.email("Email");
        String phone = cells.text("Phone");
        String language = cells.text("PreferredLanguage");
        return user == null
                ? null
                : new Command.RecordContact(user, new ContactDetails(user, name, email, phone, language));
    }
}
