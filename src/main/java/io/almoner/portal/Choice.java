package io.almoner.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.almoner.book.AdminRight;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.ContactRole;
import io.almoner.book.MigrationState;
import io.almoner.book.OfferType;
import io.almoner.book.Phase;
import io.almoner.book.Role;
import io.almoner.book.Unit;
import io.almoner.intake.Action;
import io.almoner.intake.Layout;
import io.almoner.intake.LayoutColumn;
import io.almoner.intake.SeatStatus;
import io.almoner.intake.UserStatus;
import io.almoner.intake.YesNo;

/**
 * The lists from which cells of a template are chosen. A closed list is all that its cells may say; of the others the
 * ledger knows what there was up to now.
 */
@SuppressWarnings("ImmutableEnumChecker") // it does not see that Set.of cannot be changed
enum Choice {
    ACTIONS(Action.class, "Action"),
    CATEGORIES(Category.class, "Category"),
    ROLES(Role.class, "Role"),
    PHASES(Phase.class, "Phase"),
    YES_NO(YesNo.class, "Downloads", "Confirm", "IsHeadquarters", "MicrosoftAccount"),
    MIGRATION_STATES(MigrationState.class, "InvitationStatus"),
    ADMIN_RIGHTS(AdminRight.class, "AdminRight"),
    CONTACT_ROLES(ContactRole.class, "ContactRole"),
    USER_STATES(UserStatus.class, "pmc_individuals.Status"),
    OFFER_TYPES(OfferType.class, "OfferType"),
    BENEFIT_TYPES(BenefitType.class, "BenefitType"),
    UNITS(Unit.class, "Unit"),
    BENEFIT_STATES(BenefitStatus.class, "pmc_benefits.Status"),
    SEAT_STATES(SeatStatus.class, "pmc_assignments.Status"),

    ORGANISATIONS("OrgId"),
    MPN_IDS("MpnId", "LocationMpnId", "ParentMpnId", "Scope"),
    ORDERS("OrderNumber", "UpgradeOfOrder"),
    BENEFITS("BenefitName"),
    USERS("SignInEmail", "PreviousEmail", "UserEmail", "user_roles.Email"),
    LANGUAGES("Language"),
    OPERATING_SYSTEMS("OSType"),
    LEVELS("Level", "SubscriptionLevel"),
    LANGUAGE_TAGS("PreferredLanguage"),
    COUNTRIES("Country");

    private final @Nullable Class<? extends Enum<?>> words;
    private final Set<String> columns;

    Choice(Class<? extends Enum<?>> words, String... columns) {
        this.words = words;
        this.columns = Set.of(columns);
    }

    Choice(String... columns) {
        this.words = null;
        this.columns = Set.of(columns);
    }

    /** The list of a column; empty when anything can stand in its cells. */
    static Optional<Choice> of(Layout layout, LayoutColumn column) {
        return Arrays.stream(values())
                .filter(choice -> choice.columns.contains(column.name())
                        || choice.columns.contains(layout.name() + "." + column.name()))
                .findFirst();
    }

    boolean isClosed() {
        return words != null;
    }

    /** What a closed list consists of; nothing for any other. */
    List<Enum<?>> words() {
        return words == null ? List.of() : List.of(words.getEnumConstants());
    }

    /** What the list is called in a workbook. */
    String rangeName() {
        return "list_" + name();
    }
}
