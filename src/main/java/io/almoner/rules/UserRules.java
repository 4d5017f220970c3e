package io.almoner.rules;

import java.util.ArrayList;
import java.util.List;

import io.almoner.book.Identity;
import io.almoner.book.User;
import io.almoner.book.Wish;

/** Rules about who can hold a seat or give one up: USR-003 to USR-005. */
public final class UserRules {

    private UserRules() {}

    /** USR-004: what a personal Microsoft account gives up, it never gets again. */
    public static List<Finding> mayGiveUp(User holder, Wish.Confirmation confirmation) {
        return holder.identity() == Identity.MSA && confirmation == Wish.Confirmation.MISSING
                ? List.of(Finding.of(Rule.USR_004, "Confirm", null, holder.email()))
                : List.of();
    }

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
