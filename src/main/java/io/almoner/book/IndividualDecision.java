package io.almoner.book;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.almoner.book.Command.RecordIndividual;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** Records a person, her association with a location, and what becomes of her rights. */
final class IndividualDecision {

    /** What whoever moves the account becomes in Partner Center. */
    private static final List<Role> ROLES_OF_THE_MOVER =
            List.of(Role.MPN_PARTNER_ADMIN, Role.ACCOUNT_ADMIN, Role.REFERRALS_ADMIN);

    private IndividualDecision() {}

    static void record(Case current, RecordIndividual command, Verdict verdict) {
        oneIndividualForOneEmail(current, command, verdict);
        if (verdict.refused()) {
            return;
        }
        Optional<Location> location = current.location(command.mpnId(), "LocationMpnId", verdict);
        if (location.isEmpty()) {
            return;
        }
        User user = recordUser(current, command, verdict);
        recordMembership(current, command, user, location.get(), verdict);
        if (command.email().equals(current.setting().actingUser())) {
            grantRolesOfTheMover(current, user, verdict);
        } else if (command.adminRight() != AdminRight.NONE) {
            verdict.found(Finding.of(
                    Rule.MIG_003,
                    "AdminRight",
                    Words.label(command.adminRight()),
                    command.email(),
                    Words.label(command.adminRight())));
        }
    }

    private static void oneIndividualForOneEmail(Case current, RecordIndividual command, Verdict verdict) {
        current.book()
                .user(command.email())
                .map(User::individualId)
                .filter(other -> !other.equals(command.individualId()))
                .ifPresent(other -> verdict.found(Finding.of(Rule.USR_002, "Email", command.email(), other)
                        .variant("other-individual")));
        current.book()
                .individual(command.individualId())
                .map(User::email)
                .filter(other -> !other.equals(command.email()))
                .ifPresent(other -> verdict.found(Finding.of(Rule.USR_002, "Email", command.email(), other)
                        .variant("other-email")));
    }

    /** A person can stand in several rows: what one of them leaves empty does not take away what another says. */
    private static User recordUser(Case current, RecordIndividual command, Verdict verdict) {
        Optional<User> known = current.book().user(command.email());
        String firstName = Objects.requireNonNullElseGet(
                command.firstName(), () -> known.map(User::firstName).orElse(""));
        String lastName = Objects.requireNonNullElseGet(
                command.lastName(), () -> known.map(User::lastName).orElse(""));
        String name = known.filter(user ->
                        user.firstName().equals(firstName) && user.lastName().equals(lastName))
                .map(User::displayName)
                .orElseGet(() -> displayName(firstName, lastName));
        User user = new User(
                known.map(User::id).orElseGet(() -> current.identifiers().next()),
                command.email(),
                command.individualId(),
                firstName,
                lastName,
                name.isEmpty() ? command.email() : name,
                command.identity(),
                command.enabled(),
                Verdict.newer(
                        command.technicalId(), known.map(User::technicalId).orElse(null)));
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.USER_CHANGED, before, user),
                () -> verdict.create(ChangeKind.USER_RECORDED, user));
        return user;
    }

    /** Chinese, Japanese and Korean names have the family's name first and no space. */
    private static String displayName(String firstName, String lastName) {
        boolean eastAsian = !lastName.isEmpty() && Character.isIdeographic(lastName.codePointAt(0));
        return eastAsian ? lastName + firstName : (firstName + " " + lastName).strip();
    }

    private static void recordMembership(
            Case current, RecordIndividual command, User user, Location location, Verdict verdict) {
        Optional<Membership> known = current.book().memberships(user).stream()
                .filter(other -> other.locationId() == location.id() && other.contactRole() == command.contactRole())
                .findFirst();
        Membership membership = new Membership(
                known.map(Membership::id).orElseGet(() -> current.identifiers().next()),
                user.id(),
                location.id(),
                command.contactRole(),
                command.adminRight(),
                command.associatedOn());
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.MEMBERSHIP_CHANGED, before, membership),
                () -> verdict.create(ChangeKind.MEMBERSHIP_RECORDED, membership));
    }

    private static void grantRolesOfTheMover(Case current, User user, Verdict verdict) {
        for (Role role : ROLES_OF_THE_MOVER) {
            boolean held = current.book().grants(user).stream()
                    .anyMatch(grant -> grant.role() == role && grant.scope() == null);
            if (!held) {
                verdict.create(
                        ChangeKind.ROLE_GRANTED,
                        new RoleGrant(current.identifiers().next(), user.id(), role, null));
            }
        }
    }
}
