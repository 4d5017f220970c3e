package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Encodings from before Unicode. A wrong guess would spoil names without a sound, so one is believed only when the
 * header makes sense in it and in no other, or when two independent detectors agree upon it; and when the whole file
 * decodes. Otherwise the user is asked.
 */
final class LegacyEncoding {

    private static final String WESTERN = "windows-1252";
    private static final List<Charset> CANDIDATES = List.of(
            Charset.forName("GB18030"),
            Charset.forName("Big5"),
            Charset.forName("Shift_JIS"),
            Charset.forName(WESTERN));
    private static final int BUFFER = 1 << 16;

    private final Source source;
    private final @Nullable Character delimiter;
    private final HeaderMatcher headers;

    /** @param delimiter the one that the user gave; null for detection */
    LegacyEncoding(Source source, @Nullable Character delimiter, HeaderMatcher headers) {
        this.source = source;
        this.delimiter = delimiter;
        this.headers = headers;
    }

    /** @throws UnusableInputException when it cannot be told; names an encoding to try */
    Charset detect() throws IOException {
        byte[] sample = ForeignLines.of(source);
        String universal = universal(sample);
        String icu = icu(sample);
        Optional<Charset> found = byHeader();
        if (found.isEmpty()) {
            found = agreed(universal, icu, ByteRuns.of(sample));
        }
        if (found.isPresent() && decodes(found.get())) {
            return found.get();
        }
        throw Refusal.ENCODING.of(source.label(), universal.isEmpty() ? icu : universal);
    }

    /** The encoding in which headers that are not ASCII are known ones: chance does not do that. */
    private Optional<Charset> byHeader() throws IOException {
        Charset best = null;
        long most = 0;
        for (Charset candidate : CANDIDATES) {
            long known = knownForeignHeaders(candidate);
            if (known > most) {
                best = candidate;
                most = known;
            } else if (known == most) {
                best = null;
            }
        }
        return Optional.ofNullable(best);
    }

    private long knownForeignHeaders(Charset encoding) throws IOException {
        try {
            return CsvHead.of(source, encoding, delimiter, headers).stream()
                    .map(CsvHead::match)
                    .flatMap(match -> match.positions().stream()
                            .filter(position -> position >= 0)
                            .map(position -> match.cells().get(position)))
                    .filter(header -> header.chars().anyMatch(character -> character > 0x7F))
                    .count();
        } catch (CharacterCodingException e) {
            return 0;
        }
    }

    private static Optional<Charset> agreed(String universal, String icu, ByteRuns runs) {
        boolean believed = icu.equals(WESTERN)
                ? runs.lookWestern() && (universal.isEmpty() || universal.equals(icu))
                : runs.lookPaired() && universal.equals(icu);
        return CANDIDATES.stream()
                .filter(candidate -> believed && candidate.name().equals(icu))
                .findFirst();
    }

    private static String family(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252" -> WESTERN;
            case "GB18030", "GBK", "GB2312", "HZ-GB-2312" -> "GB18030";
            case "SHIFT_JIS", "WINDOWS-31J" -> "Shift_JIS";
            case "BIG5" -> "Big5";
            default -> name;
        };
    }

    /** Empty when it has no opinion. */
    private static String universal(byte[] sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? "" : family(name);
    }

    private static String icu(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        return match == null ? "GB18030" : family(match.getName());
    }

    private boolean decodes(Charset encoding) throws IOException {
        StrictDecoding decoding = new StrictDecoding(encoding);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                decoding.add(buffer, count);
            }
        }
        return decoding.isSound();
    }
}
