package io.almoner.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Very many short texts, kept as UTF-8 in pages: a third of what strings would take, and no copying when it grows. */
final class TextPages {

    private static final int BITS = 16;
    private static final int PAGE = 1 << BITS;
    private static final int MASK = PAGE - 1;

    private final List<byte[]> pages = new ArrayList<>();
    private final List<long[]> ends = new ArrayList<>();
    private int count;
    private long length;

    int count() {
        return count;
    }

    /** In bytes. */
    long length() {
        return length;
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int done = 0; done < bytes.length; ) {
            if ((length >> BITS) == pages.size()) {
                pages.add(new byte[PAGE]);
            }
            int at = (int) (length & MASK);
            int piece = Math.min(bytes.length - done, PAGE - at);
            System.arraycopy(bytes, done, pages.get(pages.size() - 1), at, piece);
            done += piece;
            length += piece;
        }
        if ((count >> BITS) == ends.size()) {
            ends.add(new long[PAGE]);
        }
        ends.get(count >> BITS)[count & MASK] = length;
        count++;
    }

    /** @param index less than {@link #count} */
    String get(int index) {
        long start = index == 0 ? 0 : end(index - 1);
        int size = (int) (end(index) - start);
        int at = (int) (start & MASK);
        if (size == 0) {
            return "";
        }
        return at + size <= PAGE
                ? new String(page(start), at, size, StandardCharsets.UTF_8)
                : new String(gathered(start, size), StandardCharsets.UTF_8);
    }

    private byte[] gathered(long start, int size) {
        byte[] bytes = new byte[size];
        for (int done = 0; done < size; ) {
            int at = (int) ((start + done) & MASK);
            int piece = Math.min(size - done, PAGE - at);
            System.arraycopy(page(start + done), at, bytes, done, piece);
            done += piece;
        }
        return bytes;
    }

    private byte[] page(long position) {
        return pages.get((int) (position >> BITS));
    }

    private long end(int index) {
        return ends.get(index >> BITS)[index & MASK];
    }
}
