package io.almoner.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Tables of two organisations in which few names are used again and again: rows contradict and repeat each other, point
 * into the void, and have cells that cannot be read.
 */
final class RandomTables {

    private final Random random;

    RandomTables(long seed) {
        random = new Random(seed);
    }

    /** The rows of every table, by the table's name. */
    Map<String, Object> tables() {
        Map<String, Object> tables = new LinkedHashMap<>();
        List<Map<String, Object>> locations = new ArrayList<>(List.of(headquarters(1), headquarters(2)));
        locations.addAll(rows(6, this::location));
        tables.put("pmc_locations", locations);
        List<Map<String, Object>> individuals = new ArrayList<>(List.of(mover(1), mover(2)));
        individuals.addAll(rows(16, this::individual));
        tables.put("pmc_individuals", individuals);
        tables.put("user_roles", rows(8, this::role));
        tables.put("pmc_benefits", rows(16, this::benefit));
        tables.put("pmc_keys", rows(16, this::key));
        tables.put("pmc_assignments", rows(40, this::seat));
        tables.put("pmc_marketing_contacts", rows(8, this::contact));
        return tables;
    }

    private List<Map<String, Object>> rows(int count, Supplier<Map<String, Object>> one) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(rows.isEmpty() || random.nextInt(12) > 0 ? one.get() : rows.get(random.nextInt(rows.size())));
        }
        return rows;
    }

    private static Map<String, Object> headquarters(int organisation) {
        return Map.of(
                "OrgId", "C" + organisation,
                "LocationMpnId", organisation + "000001",
                "IsHeadquarters", "Yes",
                "Country", "DE",
                "AccountEmail", "account@c.example",
                "InvitationStatus", "Invited");
    }

    private static Map<String, Object> mover(int organisation) {
        return Map.of(
                "IndividualId",
                "M" + organisation,
                "Email",
                "mover@contoso.example",
                "LocationMpnId",
                organisation + "000001",
                "AdminRight",
                "Global");
    }

    private String of(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String mpnId() {
        return of("1000001", "1000001", "2000001", "1000002", "1000003", "2000002", "1000001", " 1000001");
    }

    private String email() {
        return of("a@c.example", "b@c.example", "c@outlook.com", "A@c.example", "d@c.example", "mover@contoso.example");
    }

    private String date() {
        return of("2019-10-01", "2020-03-01", "2020-10-01", "", "");
    }

    private String order() {
        return of("G-1", "G-1", "S-1", "");
    }

    private String name() {
        return of("Office", "Enterprise", "Support", "Offer", "E3");
    }

    private Map<String, Object> location() {
        return Map.of(
                "OrgId", of("C1", "C1", "C2"),
                "LocationMpnId", mpnId(),
                "ParentMpnId", of("1000001", "2000001", "1000002", "", "1000003"),
                "IsHeadquarters", of("No", "No", "No", "No", "Yes"),
                "Country", of("DE", "FR", "Germany", ""),
                "LocationName", of("Berlin", "Paris"),
                "InvitationStatus", of("Invited", "", "Not invited"));
    }

    /** What rows say of the person herself is always the same, or nothing. */
    private Map<String, Object> individual() {
        int person = random.nextInt(4);
        return Map.of(
                "IndividualId", "P" + person,
                "FirstName", "Ann " + person,
                "Email", email(),
                "LocationMpnId", mpnId(),
                "AdminRight", of("None", "None", "Location", "Global"),
                "ContactRole", of("Executive", "First Technical", "Sales/Marketing", ""),
                "TechnicalId", of("", "T" + person),
                "AssociatedDate", date(),
                "Status", person == 3 ? "Disabled" : "Active");
    }

    private Map<String, Object> role() {
        return Map.of(
                "OrgId", of("C1", "C2", "C3", ""),
                "MpnId", of("", "1000001", "1000009"),
                "Email", email(),
                "Role", of("Global admin", "Admin agent", "管理员代理", "King"),
                "Scope", of("", "Company", "1000002", "1000009"));
    }

    private Map<String, Object> benefit() {
        String name = name();
        Map<String, Object> row = new LinkedHashMap<>(Map.of(
                "LocationMpnId", mpnId(),
                "OfferType", of("Gold", "Silver", "Action Pack", "Gold"),
                "OrderNumber", order(),
                "AnniversaryDate", of("2020-10-01", "2020-10-01", "2020-03-01", ""),
                "BenefitName", name,
                "Category", of("Software", "Cloud", "Visual Studio", "Technical", "Go-To-Market"),
                "Quantity", of("1", "3", "10", "10"),
                "Used", of("", "2", "60"),
                "Status", of("Active", "Available", ""),
                "Expires", date()));
        row.put("Unit", of("Seat", "Licence", "Unlimited", "USD_MONTH", ""));
        return row;
    }

    private Map<String, Object> key() {
        return Map.of(
                "LocationMpnId", mpnId(),
                "OrderNumber", order(),
                "BenefitName", name(),
                "ProductKey", "11111-22222-33333-44444-AAAA" + random.nextInt(8),
                "RevealedDate", date(),
                "ActivationsMax", of("", "5"),
                "ActivationsUsed", of("", "0", "5", "6"),
                "RedeemedDate", of("", "", "2020-01-01"));
    }

    private Map<String, Object> seat() {
        return Map.of(
                "LocationMpnId", mpnId(),
                "OrderNumber", order(),
                "BenefitName", name(),
                "Level", of("Enterprise", "Professional", ""),
                "SubscriptionGuid", of("", "g-1", "g-2", "g-3", "G-3", "g-4"),
                "SignInEmail", of(email(), email(), ""),
                "AlternateEmail", of("", "z@home.example", "account@c.example"),
                "AssignedDate", date(),
                "Status", of("Active", "Pending", ""));
    }

    private Map<String, Object> contact() {
        return Map.of(
                "OrgId", of("C1", "C2", "C3"),
                "UserEmail", email(),
                "Email", of("z@home.example", "account@c.example", ""),
                "Phone", of("+49 30 1234567", "030 1"),
                "PreferredLanguage", of("de", "xx-y"));
    }
}
