package io.almoner.ledger;

import java.util.function.BiConsumer;

/** Places by hash, several of which may have the same; 24 bytes each in three arrays, for millions of them. */
final class PlaceMap {

    private static final int SMALLEST = 1 << 10;

    private long[] hashes = new long[SMALLEST];
    private long[] organisationIds = new long[SMALLEST];
    private long[] ids = new long[SMALLEST]; // 0: nothing stands here
    private int size;

    void add(Place place) {
        if (size * 3L >= ids.length * 2L) {
            grow();
        }
        int slot = slot(place.hash());
        while (ids[slot] != 0) {
            if (hashes[slot] == place.hash() && ids[slot] == place.id()) {
                return;
            }
            slot = (slot + 1) & (ids.length - 1);
        }
        hashes[slot] = place.hash();
        organisationIds[slot] = place.organisationId();
        ids[slot] = place.id();
        size++;
    }

    /** Tells the organisation and the entity of each place of a hash. */
    void find(long hash, BiConsumer<Long, Long> places) {
        int slot = slot(hash);
        while (ids[slot] != 0) {
            if (hashes[slot] == hash) {
                places.accept(organisationIds[slot], ids[slot]);
            }
            slot = (slot + 1) & (ids.length - 1);
        }
    }

    private int slot(long hash) {
        return (int) ((hash >>> 32) ^ hash) & (ids.length - 1);
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldOrganisationIds = organisationIds;
        long[] oldIds = ids;
        int length = Math.multiplyExact(oldIds.length, 2);
        hashes = new long[length];
        organisationIds = new long[length];
        ids = new long[length];
        size = 0;
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                add(new Place(oldHashes[i], oldOrganisationIds[i], oldIds[i]));
            }
        }
    }
}
