package io.almoner.ledger;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * A block of row outcomes as bytes: runs of equal outcomes, each a number (7 bits a byte, low bits first, the top bit
 * set on all but the last) of {@code length * 8 + code}; code 0 is a gap. A thousand rows that were all applied take two
 * bytes.
 */
final class OutcomeBlock {

    private static final int GAP = 0;

    private final ByteBuffer bytes;

    private OutcomeBlock(int capacity) {
        bytes = ByteBuffer.allocate(capacity);
    }

    static byte[] pack(SortedMap<Integer, Outcome> rows) {
        OutcomeBlock block = new OutcomeBlock(rows.size() * 12);
        int code = GAP;
        int length = 0;
        int expected = rows.firstKey();
        for (Map.Entry<Integer, Outcome> row : rows.entrySet()) {
            int rowCode = row.getValue().code();
            int gap = row.getKey() - expected;
            if (gap > 0 || rowCode != code) {
                block.put(code, length);
                block.put(GAP, gap);
                code = rowCode;
                length = 0;
            }
            length++;
            expected = row.getKey() + 1;
        }
        block.put(code, length);
        byte[] packed = new byte[block.bytes.position()];
        block.bytes.flip().get(packed);
        return packed;
    }

    /** Tells each row of a block and its outcome, in ascending order. */
    static void unpack(int firstRow, byte[] packed, BiConsumer<Integer, Outcome> rows) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        int row = firstRow;
        while (bytes.hasRemaining()) {
            long run = number(bytes);
            int code = (int) (run & 7);
            int end = row + (int) (run >>> 3);
            if (code != GAP) {
                Outcome outcome = Outcome.ofCode(code);
                for (int each = row; each < end; each++) {
                    rows.accept(each, outcome);
                }
            }
            row = end;
        }
    }

    private void put(int code, int length) {
        if (length == 0) {
            return;
        }
        long rest = ((long) length << 3) | code;
        while (rest > 0x7F) {
            bytes.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes.get();
            number |= (long) (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return number;
    }
}
