package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What reading a text file once tells.
 *
 * @param encoding in which every byte of it makes sense
 * @param sha256 its fingerprint
 */
record TextSurvey(Charset encoding, String sha256) {

    private static final int BUFFER = 1 << 16;

    /**
     * Decides the encoding in a fixed order: the one given; the byte order mark; UTF-16 by the zeros of its ASCII
     * characters; UTF-8 when all bytes are; else what detectors agree upon. Never decides for an encoding in which the
     * file does not make sense throughout.
     *
     * @param head the first bytes
     */
    static TextSurvey of(Source source, byte[] head, @Nullable Charset given) throws IOException {
        Optional<Charset> evident = ByteOrder.marked(head).or(() -> ByteOrder.guessed(head));
        Charset first = given != null ? given : evident.orElse(StandardCharsets.UTF_8);
        Fingerprint fingerprint = new Fingerprint();
        StrictDecoding decoding = new StrictDecoding(first);
        boolean zeros = false;
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                fingerprint.add(buffer, count);
                decoding.add(buffer, count);
                zeros |= hasZero(buffer, count);
            }
        }
        boolean sound = decoding.isSound();
        if (given != null && !sound) {
            throw Refusal.WRONG_ENCODING.of(source.label(), given.name());
        }
        if (zeros && first.newEncoder().maxBytesPerChar() != 2 && !first.name().startsWith("UTF-16")) {
            throw Refusal.BINARY.of(source.label());
        }
        if (sound) {
            return new TextSurvey(first, fingerprint.hexadecimal());
        }
        if (evident.isPresent()) {
            throw Refusal.WRONG_ENCODING.of(source.label(), first.name());
        }
        return new TextSurvey(LegacyEncoding.of(source), fingerprint.hexadecimal());
    }

    private static boolean hasZero(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
