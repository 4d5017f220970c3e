package io.almoner.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;
import io.almoner.book.RoleGrant;
import io.almoner.book.Seat;

/** Runs that make, change and take away what they find, without sense but without contradiction. */
final class RandomChanges {

    private final Random random;
    private final TreeMap<Long, Entity> standing = new TreeMap<>();
    private int organisations;

    RandomChanges(long seed) {
        random = new Random(seed);
    }

    /** Commits one run of that day. */
    void run(LedgerAccess access, LocalDate day) {
        long run = PastRuns.start(access, "migrate", day, "");
        for (int commit = 0; commit < 1 + random.nextInt(2); commit++) {
            List<RecordedChange> changes = new ArrayList<>(created());
            for (int i = 0; i < 8; i++) {
                changes.add(changed());
            }
            access.ledger().write(new Commit(run, changes, List.of(), List.of(), 0, Samples.NOON));
        }
    }

    private List<RecordedChange> created() {
        int n = ++organisations;
        List<Entity> entities = Samples.organisation(n);
        entities.forEach(entity -> standing.put(entity.id(), entity));
        return Samples.created(100L * n, entities);
    }

    private RecordedChange changed() {
        List<Long> ids = List.copyOf(standing.keySet());
        long id = ids.get(random.nextInt(ids.size()));
        Entity before = standing.get(id);
        return new RecordedChange(id / 100 * 100, 1, 7, changed(before));
    }

    private Change changed(Entity before) {
        if (before instanceof RoleGrant) {
            standing.remove(before.id());
            return new Change(ChangeKind.ROLE_REVOKED, before, null);
        }
        if (before instanceof Seat seat) {
            Seat after = Samples.seat(
                    seat.id(), seat.benefitId(), random.nextBoolean() ? null : 102L, "guid-" + random.nextInt());
            standing.put(after.id(), after);
            return Change.changed(ChangeKind.SEAT_CHANGED, before, after);
        }
        return Change.changed(ChangeKind.KEYS_EXPORTED, before, before);
    }
}
