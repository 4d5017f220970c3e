package io.almoner.drift;

import java.util.List;

/** The tables of a PMC export. */
enum Sheet {
    LOCATIONS(
            "pmc_locations",
            "OrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,Country,AccountEmail,InvitationStatus"),
    INDIVIDUALS(
            "pmc_individuals",
            "IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,AdminRight,ContactRole,AssociatedDate,"
                    + "Status"),
    ROLES("user_roles", "OrgId,Email,Role,Scope"),
    BENEFITS(
            "pmc_benefits",
            "LocationMpnId,OfferType,Competency,OrderNumber,PurchaseDate,AnniversaryDate,BenefitName,Category,BenefitType,"
                    + "Quantity,Unit,Used,Status,Expires"),
    KEYS(
            "pmc_keys",
            "LocationMpnId,OrderNumber,BenefitName,ProductKey,KeyType,Language,RevealedDate,ActivationsMax,ActivationsUsed"),
    SEATS(
            "pmc_assignments",
            "LocationMpnId,OrderNumber,BenefitName,Level,SubscriptionGuid,Name,SignInEmail,NotificationEmail,AssignedDate,"
                    + "ExpirationDate,Status"),
    CONTACTS("pmc_marketing_contacts", "OrgId,UserEmail,Name,Email,Phone,PreferredLanguage");

    private final String layout;
    private final List<String> columns;

    Sheet(String layout, String header) {
        this.layout = layout;
        this.columns = List.of(header.split(",", -1));
    }

    String layout() {
        return layout;
    }

    List<String> columns() {
        return columns;
    }
}
