package io.almoner.book;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command.RecordLocation;
import io.almoner.book.Move.PlannedLocation;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** Records a location and what its row says of the organisation. */
final class LocationDecision {

    /** PMC's trees have at most this many levels, the headquarters being the first. */
    private static final int DEEPEST_LEVEL = 5;

    private LocationDecision() {}

    /** MIG-008: the locations of the tables and of the ledger form one tree. */
    static List<Finding> references(Case current, RecordLocation command) {
        String owner = current.facts().mpnIds().get(command.mpnId());
        if (owner != null && !owner.equals(command.organisationCode())) {
            return List.of(problem("other-organisation", "LocationMpnId", command.mpnId(), owner));
        }
        Optional<Finding> second = secondHeadquarters(current, command);
        return second.or(() -> climb(current, command)).map(List::of).orElse(List.of());
    }

    private static Optional<Finding> secondHeadquarters(Case current, RecordLocation command) {
        if (command.kind() != LocationKind.HEADQUARTERS) {
            return Optional.empty();
        }
        return headquarters(current)
                .filter(other -> !other.equals(command.mpnId()))
                .map(other -> problem("second-headquarters", "IsHeadquarters", "Yes", other));
    }

    /** The headquarters that counts: the ledger's, else the first that the tables name. */
    private static Optional<String> headquarters(Case current) {
        return current.book().locations().stream()
                .filter(location -> location.kind() == LocationKind.HEADQUARTERS)
                .map(Location::mpnId)
                .findFirst()
                .or(() -> current.facts().move().locations().values().stream()
                        .filter(planned -> planned.kind() == LocationKind.HEADQUARTERS)
                        .map(PlannedLocation::mpnId)
                        .findFirst());
    }

    private static Optional<Finding> climb(Case current, RecordLocation command) {
        Set<String> seen = new HashSet<>();
        @Nullable String mpnId = command.mpnId();
        @Nullable String parent = command.parentMpnId();
        LocationKind kind = command.kind();
        while (parent != null) {
            if (!seen.add(mpnId)) {
                return Optional.of(problem("cycle", "ParentMpnId", command.parentMpnId(), mpnId));
            }
            PlannedLocation above = place(current, parent);
            if (above == null) {
                return Optional.of(problem("orphan", "ParentMpnId", command.parentMpnId(), parent));
            }
            mpnId = above.mpnId();
            parent = above.parentMpnId();
            kind = above.kind();
            Optional<Finding> refused = belowSecondHeadquarters(current, command, above);
            if (refused.isPresent()) {
                return refused;
            }
        }
        if (kind != LocationKind.HEADQUARTERS) {
            return Optional.of(withoutParent(current, mpnId));
        }
        return seen.size() < DEEPEST_LEVEL
                ? Optional.empty()
                : Optional.of(
                        problem("too-deep", "ParentMpnId", command.parentMpnId(), Integer.toString(DEEPEST_LEVEL)));
    }

    /** What stands below a headquarters that is refused would hang in the air. */
    private static Optional<Finding> belowSecondHeadquarters(
            Case current, RecordLocation command, PlannedLocation above) {
        return above.kind() != LocationKind.HEADQUARTERS
                ? Optional.empty()
                : headquarters(current)
                        .filter(other -> !other.equals(above.mpnId()))
                        .map(other -> problem("second-headquarters", "ParentMpnId", command.parentMpnId(), other));
    }

    private static Finding withoutParent(Case current, String mpnId) {
        return headquarters(current)
                .map(headquarters -> problem("no-parent", "ParentMpnId", null, headquarters))
                .orElseGet(() -> problem("no-headquarters", "IsHeadquarters", null, mpnId));
    }

    private static @Nullable PlannedLocation place(Case current, String mpnId) {
        PlannedLocation planned = current.facts().move().locations().get(mpnId);
        return planned != null
                ? planned
                : current.book()
                        .location(mpnId)
                        .map(known -> new PlannedLocation(known.mpnId(), known.parentMpnId(), known.kind(), 0))
                        .orElse(null);
    }

    private static Finding problem(String variant, String column, @Nullable String value, String argument) {
        return Finding.of(Rule.MIG_008, column, value, argument).variant(variant);
    }

    static void record(Case current, RecordLocation command, Verdict verdict) {
        recordOrganisation(current, command, verdict);
        Optional<Location> known = current.book().location(command.mpnId());
        Location location = new Location(
                known.map(Location::id).orElseGet(() -> current.identifiers().next()),
                command.mpnId(),
                command.kind(),
                command.parentMpnId(),
                Objects.requireNonNullElse(command.name(), command.mpnId()),
                command.country());
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.LOCATION_CHANGED, before, location),
                () -> verdict.create(ChangeKind.LOCATION_RECORDED, location));
    }

    private static void recordOrganisation(Case current, RecordLocation command, Verdict verdict) {
        Optional<Organisation> known = current.book().organisation();
        if (known.isEmpty()) {
            verdict.create(ChangeKind.ORGANISATION_MIGRATED, arrived(current, command));
            return;
        }
        Organisation before = known.get();
        Organisation after = updated(current, before, command);
        verdict.change(
                before.platform() == after.platform()
                        ? ChangeKind.ORGANISATION_CHANGED
                        : ChangeKind.ORGANISATION_MIGRATED,
                before,
                after);
    }

    private static Organisation arrived(Case current, RecordLocation command) {
        return new Organisation(
                current.identifiers().next(),
                command.organisationCode(),
                Objects.requireNonNullElse(command.organisationName(), command.organisationCode()),
                Platform.PARTNER_CENTER,
                Objects.requireNonNullElse(command.invitation(), MigrationState.INVITED)
                        .migrated(),
                command.invitedOn(),
                command.accountEmail(),
                current.setting().actingUser());
    }

    /** The headquarters' row speaks for the organisation; other rows only add what is not known yet. */
    private static Organisation updated(Case current, Organisation before, RecordLocation command) {
        boolean speaks = command.kind() == LocationKind.HEADQUARTERS;
        return new Organisation(
                before.id(),
                before.code(),
                speaks ? Objects.requireNonNullElse(command.organisationName(), before.name()) : before.name(),
                Platform.PARTNER_CENTER,
                further(before.state(), command.invitation()).migrated(),
                speaks
                        ? Verdict.newer(command.invitedOn(), before.invitedOn())
                        : Verdict.newer(before.invitedOn(), command.invitedOn()),
                speaks
                        ? Verdict.newer(command.accountEmail(), before.accountEmail())
                        : Verdict.newer(before.accountEmail(), command.accountEmail()),
                Objects.requireNonNullElse(before.movedBy(), current.setting().actingUser()));
    }

    private static MigrationState further(MigrationState current, @Nullable MigrationState named) {
        return named != null && named.compareTo(current) > 0 ? named : current;
    }
}
