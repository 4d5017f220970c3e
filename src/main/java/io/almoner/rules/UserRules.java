package io.almoner.rules;

import java.util.ArrayList;
import java.util.List;

import io.almoner.book.Identity;
import io.almoner.book.User;

/** Rules about who can hold a seat: USR-003 and USR-005. */
public final class UserRules {

    private UserRules() {}

    /** A personal Microsoft account or a disabled user cannot be a new assignee. */
    public static List<Finding> assignable(User user) {
        if (user.identity() != Identity.MSA && user.enabled()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(2);
        if (user.identity() == Identity.MSA) {
            findings.add(Finding.of(Rule.USR_003, "SignInEmail", user.email()));
        }
        if (!user.enabled()) {
            findings.add(Finding.of(Rule.USR_005, "SignInEmail", user.email()));
        }
        return findings;
    }
}
