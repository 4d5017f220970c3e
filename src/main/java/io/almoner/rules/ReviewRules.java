package io.almoner.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.almoner.book.ContactRole;
import io.almoner.book.Location;
import io.almoner.book.Membership;
import io.almoner.book.OrgBook;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.book.Words;

/** Rules about an organisation as a whole, asked at the end of a migration: MIG-009, MIG-010 and ROL-005. */
public final class ReviewRules {

    private static final List<ContactRole> REQUIRED = List.of(
            ContactRole.PRIMARY_PROGRAM_CONTACT,
            ContactRole.EXECUTIVE,
            ContactRole.SALES_MARKETING,
            ContactRole.FIRST_TECHNICAL);

    private ReviewRules() {}

    /** Everything that there is to say of the organisation; empty when the ledger does not know it. */
    public static List<Finding> review(OrgBook book) {
        if (book.organisation().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Map<Long, Map<ContactRole, SortedSet<String>>> contacts = contacts(book);
        for (Location location : book.locations()) {
            contactRoles(location, contacts.getOrDefault(location.id(), Map.of()), findings);
        }
        book.users().forEach(user -> technicalId(book, user, findings));
        findings.add(RightRules.globalAdmin(book));
        return findings;
    }

    private static Map<Long, Map<ContactRole, SortedSet<String>>> contacts(OrgBook book) {
        Map<Long, Map<ContactRole, SortedSet<String>>> contacts = new HashMap<>();
        for (User user : book.users()) {
            for (Membership membership : book.memberships(user)) {
                if (membership.contactRole() != null) {
                    contacts.computeIfAbsent(membership.locationId(), id -> new EnumMap<>(ContactRole.class))
                            .computeIfAbsent(membership.contactRole(), role -> new TreeSet<>())
                            .add(user.email());
                }
            }
        }
        return contacts;
    }

    private static void contactRoles(
            Location location, Map<ContactRole, SortedSet<String>> holders, List<Finding> findings) {
        List<String> missing = REQUIRED.stream()
                .filter(role -> !holders.containsKey(role))
                .map(Words::label)
                .toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.of(
                            Rule.MIG_009,
                            "LocationMpnId",
                            location.mpnId(),
                            location.mpnId(),
                            String.join(", ", missing))
                    .variant("missing"));
        }
        holders.forEach((role, people) -> {
            if (people.size() > 1) {
                findings.add(Finding.of(
                                Rule.MIG_009,
                                "LocationMpnId",
                                location.mpnId(),
                                location.mpnId(),
                                Words.label(role),
                                String.join(", ", people))
                        .variant("several"));
            }
        });
    }

    private static void technicalId(OrgBook book, User user, List<Finding> findings) {
        if (user.technicalId() != null && book.seatsOf(user).stream().noneMatch(Seat::isHeld)) {
            findings.add(Finding.of(
                    Rule.MIG_010, "TechnicalId", user.technicalId(), user.email() + " (" + user.technicalId() + ")"));
        }
    }
}
