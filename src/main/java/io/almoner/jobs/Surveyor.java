package io.almoner.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.almoner.book.AdminRight;
import io.almoner.book.Command.RecordIndividual;
import io.almoner.book.Command.RecordLocation;
import io.almoner.book.ContactRole;
import io.almoner.book.LocationKind;
import io.almoner.book.MigrationState;
import io.almoner.book.Move;
import io.almoner.book.Move.MoverRight;
import io.almoner.book.Move.PlannedLocation;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Intake;
import io.almoner.intake.Layout;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;

/**
 * Reads every table once, whole, before the first row is judged: a file that breaks off in the middle is refused before
 * anything is applied, and what only the whole of the tables can tell is known.
 */
final class Surveyor {

    private final Intake intake;
    private final Function<SourceTable, CommandReader> readers;
    private final String actingUser;
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<String, String> organisationsByMpnId = new HashMap<>();
    private final Set<String> moversLocations = new HashSet<>();
    private final Map<String, List<HashList>> hashes = new HashMap<>();
    private final Map<SourceTable, Integer> rows = new HashMap<>();
    private final CopiedMarks marks = new CopiedMarks();

    /** An organisation's move while its rows are read. */
    private static final class Plan {
        private final Map<String, PlannedLocation> locations = new LinkedHashMap<>();
        private @Nullable MigrationState invitation;
        private boolean headquartersSpoke;
    }

    /**
     * @param actingUser who moves the organisations, lower case
     */
    Surveyor(Intake intake, Function<SourceTable, CommandReader> readers, String actingUser) {
        this.intake = intake;
        this.readers = readers;
        this.actingUser = actingUser;
    }

    /**
     * Reads the tables.
     *
     * @throws io.almoner.intake.UnusableInputException when one cannot be read to its end
     */
    Survey read(List<SourceTable> tables) {
        tables.forEach(this::read);
        Map<String, Move> moves = new LinkedHashMap<>();
        Set<String> moversOrganisations = new HashSet<>();
        moversLocations.forEach(mpnId -> moversOrganisations.add(organisationsByMpnId.get(mpnId)));
        plans.forEach((code, plan) -> moves.put(
                code,
                new Move(
                        code,
                        plan.invitation,
                        moversOrganisations.contains(code) ? MoverRight.ALLOWED : MoverRight.NOT_FOUND,
                        plan.locations)));
        Map<String, List<long[]>> repeated = new HashMap<>();
        hashes.forEach((layout, lists) ->
                repeated.put(layout, lists.stream().map(HashList::repeated).toList()));
        return new Survey(moves, organisationsByMpnId, repeated, rows, marks);
    }

    private void read(SourceTable table) {
        List<KeyColumns> columns = keyColumns(table);
        List<HashList> lists = hashes.computeIfAbsent(table.layout().name(), name -> newLists(table.layout()));
        CommandReader reader = readers.apply(table);
        int markPosition = CopiedMarks.position(table);
        int count = 0;
        try (RowCursor cursor = new ReadAhead(() -> intake.open(table))) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                count++;
                if (row.kind() == Row.Kind.DATA) {
                    for (int i = 0; i < lists.size(); i++) {
                        columns.get(i).key(row).ifPresent(lists.get(i)::add);
                    }
                    marks.note(table, row, markPosition);
                    note(table, reader, row);
                }
            }
        }
        rows.put(table, count);
    }

    /** The natural keys of a table's layout as positions in its rows. */
    static List<KeyColumns> keyColumns(SourceTable table) {
        return table.layout().identities().stream()
                .map(key -> new KeyColumns(table, key))
                .toList();
    }

    private static List<HashList> newLists(Layout layout) {
        List<HashList> lists = new ArrayList<>();
        layout.identities().forEach(key -> lists.add(new HashList()));
        return lists;
    }

    private void note(SourceTable table, CommandReader reader, Row row) {
        switch (table.layout().name()) {
            case "pmc_locations" -> {
                if (reader.read(row).sketch() instanceof RecordLocation location) {
                    plan(location, row.number());
                }
            }
            case "pmc_individuals" -> {
                if (reader.read(row).sketch() instanceof RecordIndividual individual && mayMove(individual)) {
                    moversLocations.add(individual.mpnId());
                }
            }
            default -> {
                // the other tables say nothing of the move itself
            }
        }
    }

    private boolean mayMove(RecordIndividual individual) {
        return individual.email().equals(actingUser)
                && (individual.adminRight() == AdminRight.GLOBAL
                        || individual.contactRole() == ContactRole.PRIMARY_PROGRAM_CONTACT);
    }

    private void plan(RecordLocation location, int row) {
        Plan plan = plans.computeIfAbsent(location.organisationCode(), code -> new Plan());
        String owner = organisationsByMpnId.computeIfAbsent(location.mpnId(), mpnId -> location.organisationCode());
        if (owner.equals(location.organisationCode())) {
            plan.locations.putIfAbsent(
                    location.mpnId(),
                    new PlannedLocation(location.mpnId(), location.parentMpnId(), location.kind(), row));
        }
        invite(plan, location);
    }

    /** The headquarters' row decides; without one, the least that any row says. */
    private static void invite(Plan plan, RecordLocation location) {
        MigrationState named = location.invitation();
        boolean headquarters = location.kind() == LocationKind.HEADQUARTERS;
        if (named == null || plan.headquartersSpoke) {
            return;
        }
        if (headquarters || plan.invitation == null || named.compareTo(plan.invitation) < 0) {
            plan.invitation = named;
        }
        plan.headquartersSpoke = headquarters;
    }
}
