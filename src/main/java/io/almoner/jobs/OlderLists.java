package io.almoner.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.almoner.intake.SourceTable;
import io.almoner.ledger.LaterChanges;
import io.almoner.ledger.LaterChanges.Later;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.StoredDrift;
import io.almoner.ledger.StoredDrift.Origin;

/** Knows which differences come from a list that is older than what people have changed in the ledger since. */
final class OlderLists {

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    private final LaterChanges changes;
    /** The first change of which a source may not know, by the source's key; absent for one that knows all. */
    private final Map<Long, Long> unknown = new HashMap<>();

    OlderLists(LedgerView view, PortalTables portal) {
        changes = view.laterChanges();
        OptionalLong first = OptionalLong.empty();
        for (RunTable table : portal.tables()) {
            OptionalLong from = changes.unknownTo(table.sourceId(), made(table.source()));
            from.ifPresent(change -> unknown.put(table.sourceId(), change));
            if (from.isPresent() && (first.isEmpty() || from.getAsLong() < first.getAsLong())) {
                first = from;
            }
        }
        // that something is missing there, all lists say together
        first.ifPresent(change -> unknown.put(portal.ledgerId(), change));
    }

    /** When a list was made: who downloads it leaves its time on the file. */
    static Instant made(SourceTable table) {
        try {
            return Files.getLastModifiedTime(table.path()).toInstant();
        } catch (IOException e) {
            return FAR_AWAY; // then only the order of runs tells
        }
    }

    /** What was changed too late for their lists, by the number of the difference. */
    Map<Integer, Later> unknownTo(Collection<StoredDrift> drifts) {
        Set<Long> entities = new HashSet<>();
        long first = Long.MAX_VALUE;
        for (StoredDrift drift : drifts) {
            Optional<Long> from = from(drift);
            if (from.isPresent() && drift.fix() != null) {
                entities.add(drift.fix().entity().id());
                first = Math.min(first, from.get());
            }
        }
        return entities.isEmpty() ? Map.of() : later(drifts, changes.of(entities, first));
    }

    private Map<Integer, Later> later(Collection<StoredDrift> drifts, Map<Long, Later> changed) {
        Map<Integer, Later> later = new HashMap<>();
        for (StoredDrift drift : drifts) {
            Later change = drift.fix() == null
                    ? null
                    : changed.get(drift.fix().entity().id());
            if (change != null
                    && from(drift).filter(from -> change.id() >= from).isPresent()) {
                later.put(drift.number(), change);
            }
        }
        return later;
    }

    /** What the calendar says of a book itself is never too old. */
    private Optional<Long> from(StoredDrift drift) {
        return drift.origin() == Origin.BOOK ? Optional.empty() : Optional.ofNullable(unknown.get(drift.sourceId()));
    }
}
