package io.almoner.drift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The tables of one made-up partner: nothing in it is over, over-allocated or pending on {@link DriftExport#DAY}. The first
 * {@link #SUBSCRIBERS} users hold a Visual Studio subscription, the others can be given one; every user holds a seat of each
 * block of Office 365; the first two users hold a seat of Power BI of either order, in which no cell tells the one from the
 * other but the order's number.
 */
final class Partner {

    static final int SUBSCRIBERS = 40;
    static final int FREE_SUBSCRIPTIONS = 5;
    static final int KEYS = 12;
    static final String VISUAL_STUDIO = "Visual Studio Enterprise";
    static final String POWER_BI = "Power BI Pro";
    static final String[] PRODUCTS = {"Windows 10 Enterprise", "Office Professional 2019"};

    /** What a migration gives to whoever moves a partner. */
    private static final String[] MOVERS_ROLES = {"MPN partner admin", "Account admin", "Referrals admin"};

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 10, 1);
    private static final String END = "2020-10-31";
    private static final String[] FIRST_NAMES = {"Anna", "Bo", "Chloé", "Dieter", "Eiko", "Fátima", "国强", "İnci"};
    private static final String[] LAST_NAMES = {"Adler", "Bianchi", "Castro, Jr.", "Endō", "Nguyễn", "Große", "O'Neil"};

    private final int number;
    private final int users;
    private final Map<Sheet, List<Line>> sheets = new EnumMap<>(Sheet.class);

    /** @param blocks of Office 365, each with a seat for every user */
    Partner(int number, int users, int blocks) {
        this.number = number;
        this.users = users;
        Stream.of(Sheet.values()).forEach(sheet -> sheets.put(sheet, new ArrayList<>()));
        places();
        people();
        benefits(blocks);
        keys();
        seats(blocks);
    }

    List<Line> lines(Sheet sheet) {
        return sheets.get(sheet);
    }

    Line add(Sheet sheet, String... cells) {
        Line line = new Line(sheet, cells);
        lines(sheet).add(line);
        return line;
    }

    String code() {
        return "DRIFT-%05d".formatted(number);
    }

    String mpnId() {
        return Integer.toString(4_300_000 + 2 * number);
    }

    String branch() {
        return Integer.toString(4_300_001 + 2 * number);
    }

    String order() {
        return "ORD-%06d".formatted(number);
    }

    String secondOrder() {
        return order() + "-B";
    }

    String email(int user) {
        return "user%03d@partner%05d.example".formatted(user, number);
    }

    static String first(int user) {
        return FIRST_NAMES[user % FIRST_NAMES.length];
    }

    static String last(int user) {
        return LAST_NAMES[user % LAST_NAMES.length] + " " + user;
    }

    static String name(int user) {
        return first(user) + " " + last(user);
    }

    static String block(int block) {
        return "Office 365 E3 block " + (block + 1);
    }

    /** Looks like a random one, as the portal's are. */
    String guid(int place) {
        long mixed = (number * 1_000_003L + place + 1) * 0x9E3779B97F4A7C15L;
        return new UUID(mixed ^ (mixed >>> 29), (place * 0xBF58476D1CE4E5B9L) ^ mixed).toString();
    }

    String key(int place) {
        return "DRIFT-%05d-%05d-AAAAA-%05d".formatted(number, place, (number * 31 + place) % 100_000);
    }

    private void places() {
        add(Sheet.LOCATIONS, location(mpnId(), "", "Yes", "Headquarters"));
        add(Sheet.LOCATIONS, location(branch(), mpnId(), "No", "Branch"));
        for (String role : MOVERS_ROLES) {
            add(Sheet.ROLES, code(), DriftExport.MOVER, role, "");
        }
        add(Sheet.ROLES, code(), email(4), "Account admin", "");
        add(Sheet.ROLES, code(), email(5), "User admin", "");
    }

    String[] location(String mpnId, String parent, String top, String name) {
        String account = "account@partner%05d.example".formatted(number);
        return new String[] {
            code(), "Partner %05d Ltd".formatted(number), mpnId, parent, top, name, "DE", account, "Invited"
        };
    }

    private void people() {
        add(
                Sheet.INDIVIDUALS,
                "IND-MOVER",
                "Ada",
                "Mover",
                DriftExport.MOVER,
                "No",
                mpnId(),
                "Global",
                "Primary Program Contact",
                "2018-01-15",
                "Active");
        for (int user = 0; user < users; user++) {
            add(Sheet.INDIVIDUALS, individual(user, email(user)));
        }
        add(Sheet.INDIVIDUALS, individual(users, "someone%05d@outlook.com".formatted(number)))
                .set("MicrosoftAccount", "Yes");
        for (int user = 1; user < 4; user++) {
            add(
                    Sheet.CONTACTS,
                    code(),
                    email(user),
                    name(user),
                    "m%d@marketing%05d.example".formatted(user, number),
                    "+49 30 55501" + user,
                    "de-DE");
        }
    }

    String[] individual(int user, String email) {
        String contact = user == 0 ? "First Technical" : "";
        return new String[] {
            "IND-%05d-%03d".formatted(number, user),
            first(user),
            last(user),
            email,
            "No",
            mpnId(),
            "None",
            contact,
            "2018-03-01",
            "Active"
        };
    }

    private void benefits(int blocks) {
        add(Sheet.BENEFITS, benefit(order(), VISUAL_STUDIO, "Visual Studio", "50", "Seat"));
        for (int block = 0; block < blocks; block++) {
            add(Sheet.BENEFITS, benefit(order(), block(block), "Cloud", Integer.toString(2 * users), "Seat"));
        }
        for (String product : PRODUCTS) {
            add(Sheet.BENEFITS, benefit(order(), product, "Software", "100", "Licence"));
        }
        add(Sheet.BENEFITS, benefit(order(), POWER_BI, "Cloud", "10", "Seat"));
        add(Sheet.BENEFITS, benefit(secondOrder(), POWER_BI, "Cloud", "10", "Seat"));
    }

    String[] benefit(String order, String name, String category, String quantity, String unit) {
        boolean gold = order.equals(order());
        return new String[] {
            mpnId(),
            gold ? "Gold" : "Silver",
            gold ? "Application Development" : "Data Analytics",
            order,
            "2019-10-01",
            "2020-10-01",
            name,
            category,
            "Core",
            quantity,
            unit,
            "0",
            "Active",
            END
        };
    }

    /** Of each product's keys the first half has been shown. */
    private void keys() {
        for (int place = 0; place < KEYS; place++) {
            boolean shown = place % 6 < 3;
            add(
                    Sheet.KEYS,
                    mpnId(),
                    order(),
                    PRODUCTS[place / 6],
                    key(place),
                    "MAK",
                    "English",
                    shown ? "2019-11-04" : "",
                    "50",
                    shown ? "3" : "0");
        }
    }

    private void seats(int blocks) {
        for (int user = 0; user < Math.min(SUBSCRIBERS, users); user++) {
            add(Sheet.SEATS, seat(order(), VISUAL_STUDIO, user))
                    .set("Level", "Enterprise")
                    .set("SubscriptionGuid", guid(user));
        }
        for (int place = 0; place < FREE_SUBSCRIPTIONS; place++) {
            add(Sheet.SEATS, free(guid(SUBSCRIBERS + place)));
        }
        for (int user = 0; user < 2; user++) {
            add(Sheet.SEATS, seat(order(), POWER_BI, user));
            add(Sheet.SEATS, seat(secondOrder(), POWER_BI, user));
        }
        for (int block = 0; block < blocks; block++) {
            for (int user = 0; user < users; user++) {
                add(Sheet.SEATS, seat(order(), block(block), user));
            }
        }
    }

    String[] seat(String order, String benefit, int user) {
        String assigned = FIRST_DAY.plusDays(user % 150).toString();
        return new String[] {mpnId(), order, benefit, "", "", name(user), email(user), "", assigned, END, "Active"};
    }

    String[] free(String guid) {
        return new String[] {mpnId(), order(), VISUAL_STUDIO, "Enterprise", guid, "", "", "", "", END, ""};
    }
}
