package io.almoner.book;

import java.util.Objects;
import java.util.Optional;

import io.almoner.book.Command.GrantRole;

/** Records a Partner Center role that a person holds. */
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
        boolean held = current.book().grants(user.get()).stream()
                .anyMatch(grant -> grant.role() == command.role() && Objects.equals(grant.scope(), command.scope()));
        if (!held) {
            verdict.create(
                    ChangeKind.ROLE_GRANTED,
                    new RoleGrant(current.identifiers().next(), user.get().id(), command.role(), command.scope()));
        }
    }
}
