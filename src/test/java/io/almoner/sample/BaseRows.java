package io.almoner.sample;

/** What the assignments of one organisation refer to. Organisations, users and benefits are counted from 0. */
final class BaseRows {

    static final String LOCATION_HEADER = "OrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,Country,"
            + "AccountEmail,InvitationStatus,InvitationDate\n";
    static final String INDIVIDUAL_HEADER = "IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,"
            + "AdminRight,ContactRole,TechnicalId,AssociatedDate,Status\n";
    static final String BENEFIT_HEADER = "LocationMpnId,OfferType,Competency,OrderNumber,PurchaseDate,AnniversaryDate,"
            + "BenefitName,Category,BenefitType,Quantity,Unit,Used,Status,Expires,ActivateBy,SpecialInstructions,"
            + "Languages,OperatingSystems,DownloadLinks,UpgradeOfOrder\n";

    /** Seats of Visual Studio and technical benefits that stand before the cloud seats of each organisation. */
    static final int VISUAL_STUDIO_SEATS = 45;

    static final int TECHNICAL_BENEFITS = 5;
    static final String VISUAL_STUDIO = "Visual Studio Enterprise";

    private static final String[] FIRST_NAMES = {
        "Anna", "Bo", "Chloé", "Dieter", "Eiko", "Fátima", "国强", "Hugo", "İnci", "王"
    };
    private static final String[] LAST_NAMES = {
        "Adler", "Bianchi", "\"Castro, Jr.\"", "Dubois", "Endō", "Farouk", "李", "Große"
    };

    private BaseRows() {}

    static String location(int organisation) {
        return "ORG-%05d,Partner %05d Ltd,%s,,Yes,Headquarters,DE,account@%s,Invited,2020-02-01\n"
                .formatted(organisation, organisation, mpnId(organisation), domain(organisation));
    }

    static String individuals(int organisation) {
        var rows = new StringBuilder("IND-MOVER,Ada,Mover,%s,No,%s,Global,Primary Program Contact,,2018-01-15,Active\n"
                .formatted(SyntheticExport.MOVER, mpnId(organisation)));
        for (int user = 0; user < SyntheticExport.USERS; user++) {
            var contact = user == 0 ? "First Technical" : "";
            rows.append("IND-%05d-%02d,%s,%s,%s,No,%s,None,%s,,2018-03-01,Active\n"
                    .formatted(
                            organisation,
                            user,
                            firstName(user),
                            lastName(user),
                            email(organisation, user),
                            mpnId(organisation),
                            contact));
        }
        return rows.toString();
    }

    static String benefits(int organisation, int seats) {
        var rows = new StringBuilder();
        rows.append(benefit(organisation, VISUAL_STUDIO, "Visual Studio", "50,SEAT"));
        for (int benefit = 0; benefit < TECHNICAL_BENEFITS; benefit++) {
            rows.append(benefit(organisation, technical(benefit), "Technical", "20,INCIDENT"));
        }
        int cloudSeats = seats - VISUAL_STUDIO_SEATS - TECHNICAL_BENEFITS;
        for (int benefit = 0; benefit * SyntheticExport.USERS < cloudSeats; benefit++) {
            rows.append(benefit(organisation, cloud(benefit), "Cloud", "100,SEAT"));
        }
        return rows.toString();
    }

    static String mpnId(int organisation) {
        return Integer.toString(4_100_000 + organisation);
    }

    static String orderNumber(int organisation) {
        return "ORD-%06d".formatted(organisation);
    }

    static String email(int organisation, int user) {
        return "user%02d@%s".formatted(user, domain(organisation));
    }

    static String name(int user) {
        var last = lastName(user).replace("\"", "");
        return last.contains(",") ? "\"" + firstName(user) + " " + last + "\"" : firstName(user) + " " + last;
    }

    static String domain(int organisation) {
        return "partner%05d.example".formatted(organisation);
    }

    static String technical(int benefit) {
        return "Product support incidents " + (benefit + 1);
    }

    static String cloud(int benefit) {
        return "Office 365 E3 block " + (benefit + 1);
    }

    private static String firstName(int user) {
        return FIRST_NAMES[user % FIRST_NAMES.length];
    }

    private static String lastName(int user) {
        return LAST_NAMES[user % LAST_NAMES.length];
    }

    private static String benefit(int organisation, String name, String category, String quantityAndUnit) {
        return "%s,Gold,Application Development,%s,2019-10-01,2020-10-01,%s,%s,Core,%s,0,Active,2020-10-31,,,,,,\n"
                .formatted(mpnId(organisation), orderNumber(organisation), name, category, quantityAndUnit);
    }
}
