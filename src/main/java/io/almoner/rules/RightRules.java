package io.almoner.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Role;
import io.almoner.book.RoleGrant;
import io.almoner.book.User;

/** Rules about what the acting user may do in an organisation: ROL-001 to ROL-005. */
public final class RightRules {

    /** More names than these help nobody. */
    private static final int NAMES = 5;

    private static final Set<Role> ADMINS = EnumSet.of(Role.GLOBAL_ADMIN, Role.MPN_PARTNER_ADMIN);

    private RightRules() {}

    /** What somebody wants to do, as far as rights make a difference. */
    public enum Deed {
        /** Give seats to employees, or take them. */
        ASSIGN(Rule.ROL_002),
        /** Set marketing contacts and activate offers. */
        MARKET(Rule.ROL_003),
        /** Get and activate keys, ask for hours, cancel. */
        USE_BENEFIT(Rule.ROL_004),
        ADD_USER(Rule.ROL_004),
        CHANGE_ROLES(Rule.ROL_004),
        /** Have the ledger take over what a portal says. */
        RECONCILE(Rule.ROL_004),
        /** Take back what a run did. */
        UNDO(Rule.ROL_004);

        private final Rule rule;

        Deed(Rule rule) {
            this.rule = rule;
        }

        private Set<Role> roles(Policy policy) {
            return switch (this) {
                case ASSIGN -> policy.assigningRoles();
                case MARKET, USE_BENEFIT, RECONCILE, UNDO -> ADMINS;
                case ADD_USER -> EnumSet.of(Role.GLOBAL_ADMIN, Role.USER_ADMIN);
                case CHANGE_ROLES -> EnumSet.of(Role.GLOBAL_ADMIN);
            };
        }
    }

    /**
     * ROL-001 to ROL-004: whether a user may do something, and ROL-005 beside a refusal.
     *
     * @param actingUser account e-mail, lower case
     * @param mpnId the location that it is about; null when it is about the whole company
     */
    public static List<Finding> mayDo(
            OrgBook book, String actingUser, Deed deed, Policy policy, @Nullable String mpnId) {
        List<Finding> findings = new ArrayList<>(0);
        if (!holdsOne(book, actingUser, Role.SEE_BENEFITS, mpnId)) {
            findings.add(Finding.of(Rule.ROL_001, null, null, actingUser, book.code()));
        }
        if (!holdsOne(book, actingUser, deed.roles(policy), mpnId)) {
            findings.add(Finding.of(deed.rule, null, null, actingUser, labels(deed.roles(policy)), book.code()));
        }
        if (!findings.isEmpty()) {
            findings.add(globalAdmin(book));
        }
        return findings;
    }

    /** Whether a user holds one of some roles, for the whole company or for that location. */
    public static boolean holdsOne(OrgBook book, String email, Set<Role> roles, @Nullable String mpnId) {
        Optional<User> user = book.user(email);
        if (user.isEmpty()) {
            return false;
        }
        for (RoleGrant grant : book.grants(user.get())) {
            if (roles.contains(grant.role())
                    && (grant.scope() == null || grant.scope().equals(mpnId))) {
                return true;
            }
        }
        return false;
    }

    private static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
    }

    /** Whether who moved an organisation without a Global admin wants to give it one: then she may (ROL-005). */
    public static boolean isFirstGlobalAdmin(OrgBook book, String actingUser, Role role) {
        return role == Role.GLOBAL_ADMIN
                && book.holders(Role.GLOBAL_ADMIN).isEmpty()
                && book.organisation()
                        .map(Organisation::movedBy)
                        .filter(actingUser::equals)
                        .isPresent();
    }

    /** ROL-005: told when the mover makes the first Global admin. */
    public static Finding firstGlobalAdmin(OrgBook book, String actingUser, User user) {
        return Finding.of(Rule.ROL_005, "Role", Role.GLOBAL_ADMIN.label(), book.code(), actingUser, user.email())
                .variant("first");
    }

    /** ROL-005: nobody is Global admin, and how one can become it. */
    public static Finding noGlobalAdmin(OrgBook book) {
        return Finding.of(Rule.ROL_005, null, null, book.code()).variant("none");
    }

    /** ROL-005: who is Global admin, or that nobody is. */
    public static Finding globalAdmin(OrgBook book) {
        List<String> holders = book.holders(Role.GLOBAL_ADMIN).stream()
                .map(User::email)
                .sorted()
                .toList();
        if (holders.isEmpty()) {
            return noGlobalAdmin(book);
        }
        String names = String.join(", ", holders.subList(0, Math.min(NAMES, holders.size())));
        String more = holders.size() > NAMES ? names + " ..." : names;
        return Finding.of(Rule.ROL_005, null, null, book.code(), more).variant("has");
    }
}
