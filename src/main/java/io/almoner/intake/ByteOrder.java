package io.almoner.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Unicode encodings that show themselves in the first bytes of a file. */
final class ByteOrder {

    private ByteOrder() {}

    static Optional<Charset> marked(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return begins(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** UTF-16 without a mark: zeros stand only in the upper halves of its characters, and there are many. */
    static Optional<Charset> guessed(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0 && i % 2 == 0) {
                even++;
            } else if (head[i] == 0) {
                odd++;
            }
        }
        int many = head.length / 20;
        if (odd > many && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > many && odd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
