package io.almoner.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Encodings from before Unicode. A wrong guess would spoil names without a sound, so one is believed only when two
 * independent detectors agree upon it and the whole file decodes; otherwise the user is asked.
 */
final class LegacyEncoding {

    private static final int SAMPLE = 1 << 16;

    private final byte[] sample;

    private LegacyEncoding(byte[] sample) {
        this.sample = sample;
    }

    /** @throws UnusableInputException when the detectors are not of one mind; names the encoding to try */
    static Charset of(Source source) throws IOException {
        LegacyEncoding guess = new LegacyEncoding(foreignLines(source));
        String universal = guess.universal();
        CharsetMatch icu = guess.icu();
        Optional<Charset> agreed = guess.agreed(universal, icu);
        if (agreed.isPresent() && decodes(source, agreed.get())) {
            return agreed.get();
        }
        throw Refusal.ENCODING.of(source.label(), guess.suggestion(universal, icu));
    }

    private Optional<Charset> agreed(@Nullable String universal, @Nullable CharsetMatch icu) {
        ByteRuns runs = ByteRuns.of(sample);
        String family = icu == null ? "" : family(icu.getName());
        boolean same = universal != null && family(universal).equals(family);
        boolean believed = switch (family) {
            case "windows-1252" -> runs.lookWestern() && (universal == null || same);
            case "GB18030", "Shift_JIS", "Big5" -> runs.lookPaired() && same;
            default -> false;
        };
        return believed ? Optional.of(Charset.forName(family)) : Optional.empty();
    }

    private String suggestion(@Nullable String universal, @Nullable CharsetMatch icu) {
        if (universal != null) {
            return family(universal);
        }
        return icu == null ? "GB18030" : family(icu.getName());
    }

    private static String family(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252" -> "windows-1252";
            case "GB18030", "GBK", "GB2312", "HZ-GB-2312" -> "GB18030";
            case "SHIFT_JIS", "WINDOWS-31J" -> "Shift_JIS";
            case "BIG5" -> "Big5";
            default -> name;
        };
    }

    private @Nullable String universal() {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    private @Nullable CharsetMatch icu() {
        return new CharsetDetector().setText(sample).detect();
    }

    /** The lines that are not plain ASCII; only they tell encodings apart. */
    private static byte[] foreignLines(Source source) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean foreign = false;
        byte[] buffer = new byte[SAMPLE];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0 && kept.size() < SAMPLE; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    foreign |= buffer[i] < 0;
                    line.write(buffer[i]);
                    if (buffer[i] == '\n' || line.size() >= SAMPLE) {
                        foreign = keep(line, foreign, kept);
                    }
                }
            }
            keep(line, foreign, kept);
        }
        return kept.toByteArray();
    }

    private static boolean keep(ByteArrayOutputStream line, boolean foreign, ByteArrayOutputStream kept)
            throws IOException {
        if (foreign) {
            line.writeTo(kept);
        }
        line.reset();
        return false;
    }

    private static boolean decodes(Source source, Charset encoding) throws IOException {
        StrictDecoding decoding = new StrictDecoding(encoding);
        byte[] buffer = new byte[SAMPLE];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                decoding.add(buffer, count);
            }
        }
        return decoding.isSound();
    }
}
