package io.almoner.jobs;

import java.util.Arrays;

/** Hashes of many rows, eight bytes each: what repeats is known without keeping the rows. */
final class HashList {

    private long[] hashes = new long[1024];
    private int size;

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size + (size >> 1));
        }
        hashes[size++] = hash;
    }

    /** The hashes that were added more than once, ascending; the list is empty afterwards. */
    long[] repeated() {
        Arrays.sort(hashes, 0, size);
        int kept = 0;
        for (int i = 1; i < size; i++) {
            boolean again = hashes[i] == hashes[i - 1];
            boolean first = i == 1 || hashes[i - 1] != hashes[i - 2];
            if (again && first) {
                hashes[kept++] = hashes[i];
            }
        }
        long[] repeated = Arrays.copyOf(hashes, kept);
        hashes = new long[0];
        size = 0;
        return repeated;
    }
}
