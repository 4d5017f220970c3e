package io.almoner.intake;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Category;
import io.almoner.book.Command;
import io.almoner.book.ContactDetails;
import io.almoner.book.Identity;
import io.almoner.book.OfferType;
import io.almoner.book.Phase;
import io.almoner.book.Role;
import io.almoner.book.Wish;
import io.almoner.book.Wish.BenefitChoice;
import io.almoner.book.Wish.Confirmation;
import io.almoner.book.Wish.SeatDetails;

/** The mapping functions of the tables that ask for something; each gives null when a cell that its action needs is missing. */
final class WishMappings {

    private WishMappings() {}

    /** A row of {@code bulk_assignments}. Every cell is read, whether the action needs it or not: what is wrong is told. */
    static @Nullable Command bulk(CellReader cells) {
        Action action = cells.word("Action", Action.class);
        if (cells.has("MpnId")) {
            cells.require("MpnId");
        }
        Category category = cells.word("Category", Category.class);
        SeatDetails details = details(cells);
        BenefitChoice benefit = new BenefitChoice(
                cells.mpnId("MpnId"),
                cells.text("OrderNumber"),
                impliedCategory(cells, category, details),
                cells.text("BenefitName"),
                cells.word("OfferGroup", OfferType.class),
                details.level());
        return action == null ? null : new BulkRow(cells, benefit, details).wish(action);
    }

    /** A subscription level or GUID is one of Visual Studio where nothing else is said. */
    private static @Nullable Category impliedCategory(
            CellReader cells, @Nullable Category category, SeatDetails details) {
        boolean unnamed = category == null && cells.plain("BenefitName") == null;
        boolean subscription = details.level() != null || details.subscriptionGuid() != null;
        return unnamed && subscription ? Category.VISUAL_STUDIO : category;
    }

    /** What a row says of a seat beside its holder. */
    static SeatDetails details(CellReader cells) {
        YesNo downloads = cells.word("Downloads", YesNo.class);
        return new SeatDetails(
                cells.text("Name"),
                cells.email("NotificationEmail"),
                cells.email("AlternateEmail"),
                cells.text("SubscriptionLevel"),
                cells.text("SubscriptionGuid"),
                cells.text("Language"),
                cells.country("Country"),
                downloads == null ? null : downloads == YesNo.YES,
                cells.text("Reference"));
    }

    /** A row of the Visual Studio portal's own template: a seat for somebody. */
    static @Nullable Command visualStudio(CellReader cells) {
        SeatDetails details = details(cells);
        String email = cells.email("SignInEmail");
        BenefitChoice benefit = new BenefitChoice(null, null, Category.VISUAL_STUDIO, null, null, details.level());
        return email == null ? null : new Wish.Assign(benefit, email, details);
    }

    /** One row of {@code bulk_assignments} whose benefit and details have been read. */
    private record BulkRow(CellReader cells, BenefitChoice benefit, SeatDetails details) {

        @Nullable
        Wish wish(Action action) {
            return switch (action) {
                case ASSIGN -> assign();
                case REMOVE -> remove();
                case REASSIGN -> reassign();
                case ACTIVATE -> activate();
                case GET_KEYS -> getKeys();
                case SET_CONTACT -> setContact();
                case REQUEST_HOURS -> requestHours();
                case CANCEL -> cancel();
                case GRANT_ROLE ->
                    role().map(role -> user(email -> new Wish.Grant(email, role)))
                            .orElse(null);
                case REVOKE_ROLE ->
                    role().map(role -> user(email -> new Wish.Revoke(email, role)))
                            .orElse(null);
                case ADD_USER -> addUser();
            };
        }

        private interface OfUser {
            Wish of(String email);
        }

        /** The wish about the user of the row; null when the row names none. */
        private @Nullable Wish user(OfUser wish) {
            String email = cells.email("SignInEmail");
            cells.require("SignInEmail");
            return email == null ? null : wish.of(email);
        }

        private Optional<Role> role() {
            cells.require("Role");
            return Optional.ofNullable(PmcMappings.role(cells, "Role"));
        }

        /** A Visual Studio seat is found by its level or GUID too. */
        private void requireBenefit() {
            if (benefit.category() != Category.VISUAL_STUDIO) {
                cells.require("BenefitName");
            }
        }

        private @Nullable Wish assign() {
            requireBenefit();
            return user(email -> new Wish.Assign(benefit, email, details));
        }

        private Wish remove() {
            requireBenefit();
            if (details.subscriptionGuid() == null) {
                cells.require("SignInEmail");
            }
            return new Wish.Remove(benefit, cells.email("SignInEmail"), details, confirmation());
        }

        private @Nullable Wish reassign() {
            requireBenefit();
            cells.require("PreviousEmail");
            String previous = cells.email("PreviousEmail");
            Confirmation confirmation = confirmation();
            return user(email ->
                    new Wish.Reassign(benefit, Objects.requireNonNullElse(previous, ""), email, details, confirmation));
        }

        private Confirmation confirmation() {
            return cells.word("Confirm", YesNo.class) == YesNo.YES ? Confirmation.GIVEN : Confirmation.MISSING;
        }

        private Wish activate() {
            requireBenefit();
            return new Wish.Activate(
                    benefit, cells.email("SignInEmail"), cells.text("OSType"), cells.text("Tenant"), details);
        }

        private Wish getKeys() {
            cells.require("BenefitName");
            return new Wish.GetKeys(benefit, details.language(), cells.text("OSType"));
        }

        private Wish setContact() {
            return new Wish.SetContact(new ContactDetails(
                    cells.email("SignInEmail"),
                    details.name(),
                    cells.email("ContactEmail"),
                    cells.text("ContactPhone"),
                    cells.text("PreferredLanguage")));
        }

        private Wish requestHours() {
            cells.require("BenefitName");
            cells.require("Phase");
            cells.require("Hours");
            String phase = cells.text("Phase");
            Long hours = cells.positive("Hours");
            return new Wish.RequestHours(
                    benefit,
                    cells.email("SignInEmail"),
                    phase == null ? null : cells.known(phase, Phase.class).orElse(null),
                    Objects.requireNonNullElse(phase, ""),
                    Objects.requireNonNullElse(hours, 0L),
                    cells.date("RequestDate"),
                    cells.text("ServiceRequest"),
                    details.reference());
        }

        private Wish cancel() {
            if (benefit.name() == null) {
                cells.require("OrderNumber");
            }
            return new Wish.Cancel(benefit, cells.date("RequestDate"), cells.text("ServiceRequest"));
        }

        private @Nullable Wish addUser() {
            return user(email -> new Wish.AddUser(email, null, null, details.name(), null, null));
        }
    }

    /** A row of Entra's list of users. */
    static @Nullable Command entraUser(CellReader cells) {
        YesNo enabled = cells.word("AccountEnabled", YesNo.class);
        String type = cells.text("UserType");
        boolean guest = type != null && type.toLowerCase(Locale.ROOT).startsWith("guest");
        return directoryUser(cells, guest ? Identity.GUEST : null, enabled == null ? null : enabled == YesNo.YES);
    }

    /** A row of the directory's template for new users; its password is not even looked at. */
    static @Nullable Command newUser(CellReader cells) {
        YesNo blocked = cells.word("BlockSignIn", YesNo.class);
        return directoryUser(cells, null, blocked == null ? null : blocked == YesNo.NO);
    }

    private static @Nullable Command directoryUser(
            CellReader cells, @Nullable Identity identity, @Nullable Boolean enabled) {
        String email = cells.email("UserPrincipalName");
        String first = cells.text("GivenName");
        String last = cells.text("Surname");
        String name = cells.text("DisplayName");
        return email == null ? null : new Wish.AddUser(email, first, last, name, identity, enabled);
    }

    /** A row of Partner Center's list of customer users. */
    static @Nullable Command customerUser(CellReader cells) {
        String email = cells.email("Email");
        String first = cells.text("FirstName");
        String last = cells.text("LastName");
        String name = cells.text("DisplayName");
        return email == null ? null : new Wish.AddUser(email, first, last, name, null, null);
    }
}
