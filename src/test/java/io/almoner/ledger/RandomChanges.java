package io.almoner.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;
import io.almoner.book.RoleGrant;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;

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
            for (int i = 0; i < 12; i++) {
                changes.add(changed());
            }
            access.ledger().write(new Commit(run, changes, List.of(), List.of(), 0, Samples.NOON));
        }
    }

    private List<RecordedChange> created() {
        int n = ++organisations;
        List<Entity> entities = new ArrayList<>(Samples.organisation(n));
        for (long id = 100L * n + 50; id < 100L * n + 54; id++) {
            entities.add(Samples.seat(id, 100L * n + 6, 102L, "guid-" + id));
        }
        entities.forEach(entity -> standing.put(entity.id(), entity));
        return Samples.created(100L * n, entities);
    }

    private RecordedChange changed() {
        List<Long> ids = standing.values().stream()
                .filter(entity -> random.nextInt(4) == 0 || entity instanceof Seat)
                .map(Entity::id)
                .toList();
        long id = ids.get(random.nextInt(ids.size()));
        Entity before = standing.get(id);
        return new RecordedChange(id / 100 * 100, 1, 7, changed(before));
    }

    private Change changed(Entity before) {
        if (before instanceof RoleGrant || (before instanceof Seat && random.nextInt(12) == 0)) {
            standing.remove(before.id());
            return new Change(ChangeKind.CHANGE_UNDONE, before, null);
        }
        if (before instanceof Seat seat) {
            Seat after = Samples.like(seat, holder(seat), "REF-" + random.nextInt(3), state(seat));
            standing.put(after.id(), after);
            return Change.changed(ChangeKind.SEAT_CHANGED, before, after);
        }
        return Change.changed(ChangeKind.KEYS_EXPORTED, before, before);
    }

    private @Nullable Long holder(Seat seat) {
        return random.nextBoolean() ? seat.userId() : random.nextBoolean() ? null : Long.valueOf(102);
    }

    private SeatState state(Seat seat) {
        SeatState[] all = SeatState.values();
        return random.nextBoolean() ? seat.state() : all[random.nextInt(all.length)];
    }
}
