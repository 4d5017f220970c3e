package io.almoner.ledger;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Objects;

import io.almoner.book.Change;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;

/**
 * The seats as they stood at the end of a day, as far as it tells whether somebody held them; changed as {@link Replay}
 * changes a rebuilt ledger.
 *
 * @param runs the runs that count on that day
 * @param known the seats that there were
 * @param taken the seats that had a user
 * @param live the seats whose assignment was active or pending
 */
record HeldOnDay(LocalDate day, RunsUntil runs, BitSet known, BitSet taken, BitSet live) {

    HeldOnDay(LocalDate day, RunsUntil runs) {
        this(day, runs, new BitSet(), new BitSet(), new BitSet());
    }

    void change(Change change) {
        Seat before = (Seat) change.before();
        Seat after = (Seat) change.after();
        int id = Math.toIntExact(change.entity().id());
        if (after == null) {
            known.clear(id);
        } else if (before == null || (!known.get(id) && !after.equals(before))) {
            known.set(id);
            taken.set(id, isTaken(after));
            live.set(id, isLive(after));
        } else if (known.get(id)) {
            if (!Objects.equals(before.userId(), after.userId())) {
                taken.set(id, isTaken(after));
            }
            if (before.state() != after.state()) {
                live.set(id, isLive(after));
            }
        }
    }

    long count() {
        BitSet held = (BitSet) known.clone();
        held.and(taken);
        held.and(live);
        return held.cardinality();
    }

    private static boolean isTaken(Seat seat) {
        return seat.userId() != null;
    }

    private static boolean isLive(Seat seat) {
        return seat.state() == SeatState.ACTIVE || seat.state() == SeatState.PENDING;
    }
}
