package io.almoner.book;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command.GrantRole;
import io.almoner.rules.RightRules;

/** Records, gives and takes a Partner Center role. */
final class RoleDecision {

    private RoleDecision() {}

    static void record(Case current, GrantRole command, Verdict verdict) {
        Optional<User> user = current.user(command.email(), "Email", verdict);
        if (command.scope() != null) {
            current.location(command.scope(), "Scope", verdict);
        }
        if (user.isEmpty() || verdict.refused()) {
            return;
        }
        grant(current, user.get(), command.role(), command.scope(), verdict);
    }

    /** Gives the role unless the user has it. */
    static void grant(Case current, User user, Role role, @Nullable String scope, Verdict verdict) {
        if (held(current, user, role, scope).isEmpty()) {
            verdict.create(
                    ChangeKind.ROLE_GRANTED, new RoleGrant(current.identifiers().next(), user.id(), role, scope));
        }
    }

    /** Takes the role for the whole company; tells when nobody is left who can assign. */
    static void revoke(Case current, User user, Role role, Verdict verdict) {
        held(current, user, role, null).ifPresent(grant -> {
            verdict.remove(ChangeKind.ROLE_REVOKED, grant);
            if (role == Role.GLOBAL_ADMIN && current.book().holders(role).size() == 1) {
                verdict.found(RightRules.noGlobalAdmin(current.book()));
            }
        });
    }

    private static Optional<RoleGrant> held(Case current, User user, Role role, @Nullable String scope) {
        return current.book().grants(user).stream()
                .filter(grant -> grant.role() == role && Objects.equals(grant.scope(), scope))
                .findFirst();
    }
}
