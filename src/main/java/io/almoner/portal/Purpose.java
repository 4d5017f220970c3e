package io.almoner.portal;

import java.util.Arrays;
import java.util.Set;

import io.almoner.intake.LayoutColumn;

/** What the columns of a template are about, each with a light and a dark colour that differ in grey too. */
@SuppressWarnings("ImmutableEnumChecker") // it does not see that Set.of cannot be changed
enum Purpose {
    WHO(
            "C6E0B4",
            "375623",
            "Name",
            "FirstName",
            "LastName",
            "Email",
            "IndividualId",
            "MicrosoftAccount",
            "SignInEmail",
            "NotificationEmail",
            "AlternateEmail",
            "PreviousEmail",
            "UserEmail",
            "ContactEmail",
            "ContactPhone",
            "Phone",
            "PreferredLanguage",
            "AdminRight",
            "ContactRole",
            "Role"),
    REQUEST("F4B183", "843C0C", "Phase", "Hours", "RequestDate", "ServiceRequest"),
    CONFIRMATION("CDB5E3", "4C2A7A", "Confirm"),
    WHAT(
            "DDEBF7",
            "1F4E79",
            "Action",
            "OrgId",
            "OrgName",
            "MpnId",
            "LocationMpnId",
            "ParentMpnId",
            "OrderNumber",
            "OfferType",
            "Competency",
            "Category",
            "BenefitName",
            "BenefitType",
            "OfferGroup",
            "ProductKey"),
    /** Whatever is none of the others. */
    DETAILS("FBF5DC", "7F6000");

    private final String light;
    private final String dark;
    private final Set<String> columns;

    Purpose(String light, String dark, String... columns) {
        this.light = light;
        this.dark = dark;
        this.columns = Set.of(columns);
    }

    static Purpose of(LayoutColumn column) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.columns.contains(column.name()))
                .findFirst()
                .orElse(DETAILS);
    }

    /** A colour for dark text, as RRGGBB. */
    String light() {
        return light;
    }

    /** A colour for white text, as RRGGBB. */
    String dark() {
        return dark;
    }
}
