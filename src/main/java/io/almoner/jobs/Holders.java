package io.almoner.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command;
import io.almoner.book.Command.RecordKey;
import io.almoner.book.Command.RecordSeat;
import io.almoner.book.Holder;
import io.almoner.book.Wish;
import io.almoner.intake.ParsedRow;
import io.almoner.ledger.Ledger;

/** Looks up, for a block at a time, which organisation holds the keys and subscription GUIDs that its rows name. */
final class Holders {

    private final Ledger ledger;
    private final InFlight inFlight;

    /**
     * Who holds what; both maps grow with what the block's rows bring.
     *
     * @param keys by fingerprint
     * @param guids by GUID
     */
    record Found(Map<String, Holder> keys, Map<String, Holder> guids) {

        /** Nothing is held. */
        static final Found NONE = new Found(Map.of(), Map.of());
    }

    Holders(Ledger ledger, InFlight inFlight) {
        this.ledger = ledger;
        this.inFlight = inFlight;
    }

    private static void putIfHeld(Map<String, Holder> held, String what, @Nullable Holder holder) {
        if (holder != null) {
            held.put(what, holder);
        }
    }

    private static Optional<String> guid(@Nullable Command command) {
        if (command instanceof RecordSeat seat) {
            return Optional.ofNullable(seat.subscriptionGuid());
        }
        return command instanceof Wish wish ? wish.seat().map(Wish.SeatDetails::subscriptionGuid) : Optional.empty();
    }

    Found find(List<ParsedRow> rows) {
        Set<String> fingerprints = new HashSet<>();
        Set<String> guids = new HashSet<>();
        for (ParsedRow row : rows) {
            if (row.command() instanceof RecordKey key) {
                fingerprints.add(key.key().fingerprint());
            } else {
                guid(row.command()).ifPresent(guids::add);
            }
        }
        Found found = new Found(
                new HashMap<>(ledger.holdersOfKeys(fingerprints)), new HashMap<>(ledger.holdersOfGuids(guids)));
        fingerprints.forEach(fingerprint -> putIfHeld(found.keys(), fingerprint, inFlight.holderOfKey(fingerprint)));
        guids.forEach(guid -> putIfHeld(found.guids(), guid, inFlight.holderOfGuid(guid)));
        return found;
    }
}
