package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What reading a text file once, whole, tells.
 *
 * @param encoding the one that was assumed
 * @param isSound whether every byte makes sense in it
 * @param hasZeros whether a byte is zero, which no text but UTF-16 and UTF-32 has
 * @param sha256 the file's fingerprint
 */
record TextSurvey(Charset encoding, boolean isSound, boolean hasZeros, String sha256) {

    private static final int BUFFER = 1 << 16;

    /**
     * Assumes an encoding in a fixed order: the one given; the one of the byte order mark; UTF-16 if the zeros of its
     * ASCII characters are there; UTF-8.
     *
     * @param head the first bytes
     * @throws UnusableInputException when it is no text, or not in the encoding that was given or marked
     */
    static TextSurvey of(Source source, byte[] head, @Nullable Charset given) throws IOException {
        Optional<Charset> evident =
                Optional.ofNullable(given).or(() -> ByteOrder.marked(head)).or(() -> ByteOrder.guessed(head));
        TextSurvey survey = read(source, evident.orElse(StandardCharsets.UTF_8));
        if (given == null && survey.hasZeros() && !survey.encoding().name().startsWith("UTF-16")) {
            throw Refusal.BINARY.of(source.label());
        }
        if (evident.isPresent() && !survey.isSound()) {
            throw Refusal.WRONG_ENCODING.of(source.label(), survey.encoding().name());
        }
        return survey;
    }

    private static TextSurvey read(Source source, Charset encoding) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        StrictDecoding decoding = new StrictDecoding(encoding);
        boolean hasZeros = false;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                fingerprint.add(buffer, count);
                decoding.add(buffer, count);
                hasZeros |= hasZero(buffer, count);
            }
        }
        return new TextSurvey(encoding, decoding.isSound(), hasZeros, fingerprint.hexadecimal());
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
