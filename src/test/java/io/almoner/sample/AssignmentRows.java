package io.almoner.sample;

import java.time.LocalDate;
import java.util.UUID;

/** The rows of {@code pmc_assignments}, each made from its number alone so that they can be written in any order. */
final class AssignmentRows {

    static final String HEADER = "LocationMpnId,OrderNumber,BenefitName,Level,SubscriptionGuid,Name,SignInEmail,"
            + "NotificationEmail,AlternateEmail,AssignedDate,ExpirationDate,TechnicalId,Status\n";

    /** The row whose GUID some faulty rows repeat. */
    static final int REPEATED = 1;

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 10, 1);
    private static final int ROWS_FOR_A_FAULT = 50;

    private final SyntheticExport export;

    AssignmentRows(SyntheticExport export) {
        this.export = export;
    }

    String row(int number) {
        int organisation = number / export.rowsEach();
        var seat = seat(organisation, number % export.rowsEach(), number);
        return (isFaulty(number) ? spoiled(seat, number / ROWS_FOR_A_FAULT) : seat).line(organisation);
    }

    /** One row of every fifty, each time one place further, so that every kind of benefit has its share. */
    private boolean isFaulty(int number) {
        return export.faults() == SyntheticExport.Faults.TWO_IN_A_HUNDRED
                && number % ROWS_FOR_A_FAULT == number / ROWS_FOR_A_FAULT % ROWS_FOR_A_FAULT;
    }

    private static Seat seat(int organisation, int place, int number) {
        int user = place % SyntheticExport.USERS;
        var assigned = FIRST_DAY.plusDays(number % 150).toString();
        if (place < BaseRows.VISUAL_STUDIO_SEATS) {
            return new Seat(
                    BaseRows.VISUAL_STUDIO,
                    "Enterprise",
                    guid(number),
                    user,
                    BaseRows.email(organisation, user),
                    "",
                    assigned);
        }
        if (place < SyntheticExport.USERS) {
            var benefit = BaseRows.technical(place - BaseRows.VISUAL_STUDIO_SEATS);
            return new Seat(
                    benefit,
                    "",
                    "",
                    user,
                    BaseRows.email(organisation, user),
                    "alternate%02d@mail.example".formatted(user),
                    assigned);
        }
        var benefit = BaseRows.cloud(place / SyntheticExport.USERS - 1);
        return new Seat(benefit, "", "", user, BaseRows.email(organisation, user), "", assigned);
    }

    private static Seat spoiled(Seat seat, int kind) {
        return switch (kind % 5) {
            case 0 -> seat.withEmail("nobody@elsewhere.example");
            case 1 -> seat.withAssigned("2019-13-45");
            case 2 -> seat.withBenefit("Benefit of nobody");
            case 3 -> seat.withEmail("").withGuid("");
            default -> seat.withGuid(guid(REPEATED));
        };
    }

    /** Looks like a random GUID, as the portal's are: neighbours in the file are far from each other in an index. */
    static String guid(int number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        return new UUID(mixed ^ (mixed >>> 29), (number * 0xBF58476D1CE4E5B9L) ^ mixed).toString();
    }

    private record Seat(
            String benefit, String level, String guid, int user, String email, String alternate, String assigned) {

        String line(int organisation) {
            return String.join(
                            ",",
                            BaseRows.mpnId(organisation),
                            BaseRows.orderNumber(organisation),
                            benefit,
                            level,
                            guid,
                            BaseRows.name(user),
                            email,
                            "",
                            alternate,
                            assigned,
                            "2020-10-31",
                            "",
                            "Active")
                    + "\n";
        }

        Seat withEmail(String other) {
            return new Seat(benefit, level, guid, user, other, alternate, assigned);
        }

        Seat withAssigned(String other) {
            return new Seat(benefit, level, guid, user, email, alternate, other);
        }

        Seat withBenefit(String other) {
            return new Seat(other, level, guid, user, email, alternate, assigned);
        }

        Seat withGuid(String other) {
            return new Seat(benefit, level, other, user, email, alternate, assigned);
        }
    }
}
