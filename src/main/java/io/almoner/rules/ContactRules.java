package io.almoner.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.almoner.book.ContactDetails;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;

/** Rules about marketing contacts: MKT-002, MKT-003 and MKT-005. */
public final class ContactRules {

    private static final Pattern WITH_COUNTRY_CODE = Pattern.compile("(\\+|00)[0-9][0-9 ().\\-/]{5,24}");
    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    private ContactRules() {}

    /** MKT-002: user, e-mail, phone and preferred language are given. */
    public static List<Finding> complete(ContactDetails contact) {
        List<String> missing = new ArrayList<>(0);
        addIfMissing(missing, "UserEmail", contact.userEmail());
        addIfMissing(missing, "Email", contact.email());
        addIfMissing(missing, "Phone", contact.phone());
        addIfMissing(missing, "PreferredLanguage", contact.language());
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.of(Rule.MKT_002, missing.get(0), null, String.join(", ", missing)));
    }

    private static void addIfMissing(List<String> missing, String column, @Nullable String value) {
        if (value == null) {
            missing.add(column);
        }
    }

    /** MKT-003: the contact's e-mail is not the company's account e-mail. */
    public static List<Finding> otherThanAccount(ContactDetails contact, OrgBook book) {
        String company = book.organisation().map(Organisation::accountEmail).orElse(null);
        return company != null && company.equals(contact.email())
                ? List.of(Finding.of(Rule.MKT_003, "Email", company, company))
                : List.of();
    }

    /** MKT-005: the phone has a country code and the language is a known BCP 47 tag. */
    public static List<Finding> form(ContactDetails contact) {
        List<Finding> findings = new ArrayList<>(0);
        if (contact.phone() != null
                && !WITH_COUNTRY_CODE.matcher(contact.phone()).matches()) {
            findings.add(Finding.of(Rule.MKT_005, "Phone", contact.phone()).variant("phone"));
        }
        if (contact.language() != null && !isKnownLanguage(contact.language())) {
            findings.add(Finding.of(Rule.MKT_005, "PreferredLanguage", contact.language())
                    .variant("language"));
        }
        return findings;
    }

    private static boolean isKnownLanguage(String tag) {
        try {
            return LANGUAGES.contains(
                    new Locale.Builder().setLanguageTag(tag).build().getLanguage());
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
