package io.almoner.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Whether bytes that pass by are text of one encoding, without exception. */
final class StrictDecoding {

    private static final int MAX_CARRY = 16;

    private final CharsetDecoder decoder;
    private final CharBuffer sink = CharBuffer.allocate(1 << 14);
    private byte[] carry = new byte[0];
    private boolean sound = true;

    StrictDecoding(Charset encoding) {
        decoder = decoder(encoding);
    }

    static CharsetDecoder decoder(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void add(byte[] buffer, int count) {
        if (!sound) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(buffer, 0, count);
        if (carry.length > 0) {
            in = ByteBuffer.allocate(carry.length + count)
                    .put(carry)
                    .put(buffer, 0, count)
                    .flip();
        }
        decode(in, false);
        carry = new byte[in.remaining()];
        in.get(carry);
        sound &= carry.length <= MAX_CARRY;
    }

    /** To be asked once, at the end. */
    boolean isSound() {
        if (sound) {
            decode(ByteBuffer.wrap(carry), true);
        }
        return sound;
    }

    private void decode(ByteBuffer in, boolean end) {
        CoderResult result;
        do {
            sink.clear();
            result = decoder.decode(in, sink, end);
        } while (result.isOverflow());
        sound &= !result.isError();
    }
}
