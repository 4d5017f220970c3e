package io.almoner.drift;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lists that the portals of one partner export: subscribers, claimed keys and users. */
final class PortalLists {

    private PortalLists() {}

    static void write(Partner partner, Path folder) throws IOException {
        Files.createDirectories(folder);
        subscribers(partner, folder.resolve("subscribers.csv"));
        keys(partner, folder.resolve("keys.xml"));
        users(partner, folder.resolve("users.csv"));
    }

    private static void subscribers(Partner partner, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Name,Email,NotificationEmail,SubscriptionLevel,AssignedDate,ExpirationDate,Reference,Downloads,"
                    + "Country,Language,SubscriptionStatus,SubscriptionGuid,UsageStatus\n");
            for (Line seat : partner.lines(Sheet.SEATS)) {
                if (seat.get("BenefitName").equals(Partner.VISUAL_STUDIO)) {
                    String holder = seat.get("SignInEmail");
                    out.write(Csv.line(
                            seat.get("Name"),
                            holder,
                            holder,
                            Partner.VISUAL_STUDIO,
                            seat.get("AssignedDate"),
                            seat.get("ExpirationDate"),
                            "",
                            "",
                            "",
                            "",
                            seat.get("Status"),
                            seat.get("SubscriptionGuid"),
                            ""));
                }
            }
        }
    }

    private static void keys(Partner partner, Path file) throws IOException {
        Map<String, List<Line>> products = partner.lines(Sheet.KEYS).stream()
                .collect(Collectors.groupingBy(
                        line -> line.get("BenefitName"), LinkedHashMap::new, Collectors.toList()));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<root><YourKey>\n");
            int number = 0;
            for (Map.Entry<String, List<Line>> product : products.entrySet()) {
                out.write("<Product_Key Name=\"%s\" KeyRetrievalNote=\"\">%n".formatted(product.getKey()));
                for (Line key : product.getValue()) {
                    out.write("<Key ID=\"%d\" Type=\"MAK\" ClaimedDate=\"%s\">%s</Key>%n"
                            .formatted(++number, american(key.get("RevealedDate")), key.get("ProductKey")));
                }
                out.write("</Product_Key>\n");
            }
            out.write("</YourKey></root>\n");
        }
    }

    private static String american(String date) {
        if (date.isEmpty()) {
            return "";
        }
        LocalDate day = LocalDate.parse(date);
        return "%d/%d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    }

    /** A company's directory has no personal accounts. */
    private static void users(Partner partner, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,"
                    + "accountEnabled,usageLocation\n");
            int number = 0;
            for (Line person : partner.lines(Sheet.INDIVIDUALS)) {
                if (person.get("MicrosoftAccount").equals("No")) {
                    out.write(Csv.line(
                            person.get("Email"),
                            person.get("FirstName") + " " + person.get("LastName"),
                            person.get("LastName"),
                            person.get("Email"),
                            person.get("FirstName"),
                            "OBJ-" + ++number,
                            "Member",
                            "",
                            "",
                            person.get("Status").equals("Active") ? "true" : "false",
                            "DE"));
                }
            }
        }
    }
}
