package io.almoner.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A small organisation, and bulk assignments in which few people and few benefits are named again and again: rows compete
 * for the last seats, take back what others did, repeat each other and name what is not there.
 */
final class RandomWishes {

    private static final List<String> POLICIES = List.of("2020-03", "2020-08", "2020-11", "2021-02");
    private static final List<String> HEADQUARTERS_BENEFITS = List.of(
            "Visual Studio Enterprise",
            "visual  studio enterprise",
            "Office 365 E3",
            "Office Professional Plus",
            "New",
            "Azure credit",
            "Product support incidents",
            "Co-branded one-pager");
    private static final List<String> GROWING = List.of(
            "Assign", "Assign", "Assign", "Activate", "Get keys", "Request hours", "Cancel", "Add user", "Grant role");
    private static final List<String> ANY = List.of(
            "Assign",
            "Assign",
            "Assign",
            "Remove",
            "Remove",
            "Reassign",
            "Activate",
            "Get keys",
            "Set contact",
            "Request hours",
            "Cancel",
            "Add user",
            "Grant role",
            "Revoke role",
            "Asign");

    private static final List<String> PEOPLE = List.of(
            "ann@contoso.example",
            "bob@contoso.example",
            "carl@contoso.example",
            "dora@outlook.com",
            "eve@contoso.example",
            "fred@contoso.example",
            "mover@contoso.example",
            "nobody@contoso.example");

    private final Random random;
    private final Kind kind;

    /** Which rows there are. */
    enum Kind {
        /** Only such as take nothing back. */
        GROWING,
        ANY
    }

    RandomWishes(long seed, Kind kind) {
        random = new Random(seed);
        this.kind = kind;
    }

    /** The case: an organisation and rows of {@code bulk_assignments}. */
    Map<String, Object> data(int rows) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("case", "random");
        data.put("policy", POLICIES.get(random.nextInt(POLICIES.size())));
        data.put("change", Map.of("pmc_benefits", quantities()));
        data.put("rows", organisation());
        data.put("assign", repeated(rows, this::wish));
        return data;
    }

    private Map<String, Object> quantities() {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (String benefit : List.of("enterprise", "professional", "e3")) {
            changes.put(benefit, Map.of("Quantity", Integer.toString(1 + random.nextInt(4))));
        }
        return changes;
    }

    private Map<String, Object> organisation() {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put(
                "pmc_individuals",
                List.of(
                        Map.of("like", "bob", "IndividualId", "P4", "Email", "carl@contoso.example"),
                        Map.of("like", "bob", "IndividualId", "P5", "Email", "dora@outlook.com"),
                        Map.of(
                                "like",
                                "bob",
                                "IndividualId",
                                "P6",
                                "Email",
                                "eve@contoso.example",
                                "Status",
                                "Disabled")));
        rows.put(
                "pmc_benefits",
                List.of(Map.of(
                        "like",
                        "incidents",
                        "BenefitName",
                        "Partner advisory hours",
                        "Quantity",
                        "20",
                        "Unit",
                        "Hour")));
        rows.put("pmc_keys", List.of(key("1", "Office Professional Plus"), key("2", "Office 365 E3")));
        return rows;
    }

    private Map<String, Object> key(String number, String benefit) {
        return Map.of(
                "like",
                "office",
                "BenefitName",
                benefit,
                "ProductKey",
                "11111-22222-33333-44444-KEYN" + number,
                "RevealedDate",
                "",
                "ActivationsUsed",
                "",
                "ActivationsMax",
                Integer.toString(1 + random.nextInt(3)));
    }

    private List<Map<String, Object>> repeated(int count, Supplier<Map<String, Object>> one) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(rows.isEmpty() || random.nextInt(8) > 0 ? one.get() : rows.get(random.nextInt(rows.size())));
        }
        return rows;
    }

    private Map<String, Object> wish() {
        List<String> actions = kind == Kind.ANY ? ANY : GROWING;
        String action = actions.get(random.nextInt(actions.size()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Action", action);
        row.put("MpnId", "1000001");
        benefit(row, action);
        row.put("SignInEmail", action.equals("Add user") ? "fred@contoso.example" : person());
        row.put("PreviousEmail", person());
        row.put("AlternateEmail", random.nextInt(3) == 0 ? "" : "second@home.example");
        sometimes(row, 2, "SubscriptionGuid", "g-" + random.nextInt(2));
        sometimes(row, 4, "Reference", "R-" + random.nextInt(3));
        sometimes(row, 2, "Confirm", "Yes");
        row.put("Role", random.nextBoolean() ? "Global admin" : "MPN partner admin");
        sometimes(row, 2, "ServiceRequest", "SR-1");
        row.put("Phase", "Design");
        row.put("Hours", Integer.toString(1 + random.nextInt(9)));
        sometimes(row, 3, "ContactPhone", "030 1");
        row.put("ContactEmail", "offers@contoso.example");
        row.put("PreferredLanguage", "de");
        return row;
    }

    private void benefit(Map<String, Object> row, String action) {
        if (action.equals("Request hours")) {
            row.put("BenefitName", "Partner advisory hours");
        } else if (action.equals("Cancel")) {
            row.put("OrderNumber", random.nextInt(3) == 0 ? "N-1" : "G-9");
        } else if (random.nextInt(5) == 0) {
            row.put("MpnId", random.nextInt(5) == 0 ? "7654321" : "1000003");
            row.put("BenefitName", "Visual Studio Professional");
        } else {
            row.put("BenefitName", HEADQUARTERS_BENEFITS.get(random.nextInt(HEADQUARTERS_BENEFITS.size())));
        }
    }

    private String person() {
        return List.of("ann", "bob", "carl", "eve", "mover", "fred", "nobody")
                .get(random.nextInt(7))
                .concat("@contoso.example");
    }

    private void sometimes(Map<String, Object> row, int inHowMany, String column, String value) {
        if (random.nextInt(inHowMany) == 0) {
            row.put(column, value);
        }
    }
}
