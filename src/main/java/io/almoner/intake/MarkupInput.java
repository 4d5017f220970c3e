package io.almoner.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of XML in which tags are never far apart: no text, attribute list or comment can grow until memory ends, which
 * the parser below would allow.
 */
final class MarkupInput extends FilterInputStream {

    /** Far more than the longest cell, every character of it written as a reference. */
    private static final int MAX_GAP = 1 << 20;

    private final String label;
    private int gap;

    MarkupInput(InputStream in, String label) {
        super(in);
        this.label = label;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        int last = offset + count - 1;
        while (last >= offset && buffer[last] != '<') {
            last--;
        }
        // what a gap misses by looking only for the last tag of each piece is less than a piece
        gap = last >= offset ? offset + count - 1 - last : gap + Math.max(count, 0);
        if (gap > MAX_GAP) {
            throw Refusal.CELL_TOO_LONG.of(label);
        }
        return count;
    }
}
