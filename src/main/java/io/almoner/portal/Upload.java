package io.almoner.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.almoner.book.Entity;
import io.almoner.book.Seat;
import io.almoner.book.User;

/** The files that portals take: each holds what is new, under that portal's own rules. */
public enum Upload {
    /** New holders of Visual Studio subscriptions: the workbook of the administration portal's Bulk add. */
    VS_BULK_ADD(Export.Format.XLSX, Integer.MAX_VALUE),
    /** New users: the directory's Bulk create, whose first line is the version of the format. */
    ENTRA_BULK_CREATE(Export.Format.CSV, Integer.MAX_VALUE),
    /** New users of a customer in Partner Center, which takes a hundred of them at a time. */
    CUSTOMER_USERS(Export.Format.CSV, 100);

    private static final List<String> SUBSCRIBERS = List.of(
            "Name",
            "Sign-in Email",
            "Notification Email",
            "Subscription Level",
            "Reference",
            "Downloads",
            "Country",
            "Language",
            "Subscription GUID",
            "Error message");

    private static final List<String> ACCOUNTS = List.of(
            "Name [displayName] Required",
            "User name [userPrincipalName] Required",
            "Initial password [passwordProfile] Required",
            "Block sign in (Yes/No) [accountEnabled] Required",
            "First name [givenName]",
            "Last name [surname]",
            "Job title [jobTitle]",
            "Department [department]",
            "Usage location [usageLocation]",
            "Street address [streetAddress]",
            "State or province [state]",
            "Country or region [country]",
            "Office [physicalDeliveryOfficeName]",
            "City [city]",
            "ZIP or postal code [postalCode]",
            "Office phone [telephoneNumber]",
            "Mobile phone [mobile]");

    private static final List<String> CUSTOMERS =
            List.of("First name", "Last name", "Display name", "Email", "Status update");

    private final Export.Format format;
    private final int mostRows;

    Upload(Export.Format format, int mostRows) {
        this.format = format;
        this.mostRows = mostRows;
    }

    /** The upload that commands call so: {@code vs-bulk-add}. */
    public static Optional<Upload> named(String word) {
        return Arrays.stream(values())
                .filter(upload -> upload.word().equals(word))
                .findFirst();
    }

    /** What commands call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the portal takes; it is not for us to choose. */
    public Export.Format format() {
        return format;
    }

    /** Whether a change of that entity can make a row. */
    public boolean concerns(Entity entity) {
        return switch (this) {
            case VS_BULK_ADD -> entity instanceof Seat;
            case ENTRA_BULK_CREATE, CUSTOMER_USERS -> entity instanceof User;
        };
    }

    /** How many rows the portal takes in one file. */
    int mostRows() {
        return mostRows;
    }

    /** The lines above the rows; the last one names the columns. */
    List<List<String>> heads() {
        return switch (this) {
            case VS_BULK_ADD -> List.of(SUBSCRIBERS);
            case ENTRA_BULK_CREATE -> List.of(List.of("version:v1.0"), ACCOUNTS);
            case CUSTOMER_USERS -> List.of(CUSTOMERS);
        };
    }
}
