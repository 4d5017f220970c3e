package io.almoner.intake;

import java.util.List;

/** Files as the portals write them, with the portals' own headers and a row or two. */
enum PortalFile {
    VS_EXPORT("""
            Subscriber Name,Email,Notification Email Address,Microsoft Entra group,Subscription Level,Assigned,Activated,\
            Expiration Date (UTC),Reference,Downloads,Country,Language,Subscription Status,Subscription GUID,Usage Status
            Ada Byron,ada@contoso.example,ada.mail@contoso.example,,Visual Studio Enterprise,03/02/2020,True,\
            03/01/2021,PO 7,Enabled,Germany,English,Active,2f9c4f2e-0000-4000-8000-000000000001,Activated
            """),
    VS_EXPORT_WITH_SIGN_IN_EMAIL(VS_EXPORT.text.replace(",Email,", ",Sign-in Email,")),
    VS_BULK_ADD("""
            Name,Sign-in Email,Notification Email,Subscription Level,Reference,Downloads,Country,Language,\
            Subscription GUID,Error message
            Ada Byron,ada@contoso.example,ada.mail@contoso.example,Visual Studio Enterprise,PO 7,Yes,Germany,English,,
            """),
    ENTRA_USERS("""
            userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,accountEnabled,\
            usageLocation,streetAddress,state,country,physicalDeliveryOfficeName,city,postalCode,telephoneNumber,mobile,\
            authenticationPhoneNumber,authenticationAlternativePhoneNumber,authenticationEmail,alternateEmailAddress,\
            ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,\
            invitationState,identityIssuer,createdDateTime
            ada@contoso.example,Ada Byron,Byron,ada.mail@contoso.example,Ada,0d5c1f7a-0000-4000-8000-000000000001,Member,\
            Analyst,Engines,True,DE,,,,,,,,,,,,,,,,Contoso,,False,,contoso.example,2020-01-02T03:04:05Z
            """),
    ENTRA_USERS_WITH_ID(ENTRA_USERS
            .text
            .replace("objectId", "id")
            .replace("physicalDeliveryOfficeName", "officeLocation")
            .replace(",mobile,", ",mobilePhone,")),
    AAD_BULK_CREATE("""
            version:v1.0
            Name [displayName] Required,User name [userPrincipalName] Required,\
            Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,\
            First name [givenName],Last name [surname],Job title [jobTitle],Department [department],\
            Usage location [usageLocation],Street address [streetAddress],State or province [state],\
            Country or region [country],Office [physicalDeliveryOfficeName],City [city],ZIP or postal code [postalCode],\
            Office phone [telephoneNumber],Mobile phone [mobile]
            Example: Chris Green,chris@contoso.example,myPassword1234,No,Chris,Green,Manager,Sales,US,,,,,,,,
            Ada Byron,ada@contoso.example,correct-horse-battery-staple,No,Ada,Byron,Analyst,Engines,DE,,,,,,,,
            """),
    CUSTOMER_USERS("""
            First name,Last name,Display name,Email,Status update
            Ada,Byron,Ada Byron,ada@contoso.example,
            """);

    private final String text;

    PortalFile(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The layout that it is of: its name begins with that of the layout. */
    String layout() {
        String name = name().toLowerCase(java.util.Locale.ROOT);
        return name.replaceFirst("_with_.*", "");
    }

    List<List<String>> cells() {
        return text.lines().map(line -> List.of(line.split(",", -1))).toList();
    }
}
