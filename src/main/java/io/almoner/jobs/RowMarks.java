package io.almoner.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.almoner.ledger.SourceKey;
import io.almoner.ledger.Sources;
import io.almoner.ledger.Vault;

/**
 * The marks of finished rows: {@code 1.SOURCE.ROW.CODE}. A mark names the source and the row that a run finished, and its
 * code can be made only with this home's vault, for that row of that very file and for cells that say the same. It counts
 * as long as the ledger holds that row as settled: once the run is undone, it is worth nothing.
 */
final class RowMarks {

    private static final Pattern MARK = Pattern.compile("1\\.(\\d{1,18})\\.(\\d{1,7})\\.([0-9a-f]{32})");

    private static final int ABBREVIATION = 16;
    private static final int HEXADECIMAL = 16;

    /** Rounds of correction are few; whoever names more sources wants the ledger asked for each row. */
    private static final int MOST_SOURCES = 100;

    private final Vault vault;
    private final Sources sources;
    private final long exceptRunId;
    private final Map<Long, Optional<Finished>> known = new HashMap<>();

    /** A source that marks name, and its rows that are settled. */
    private record Finished(SourceKey source, BitSet settled) {}

    /**
     * @param exceptRunId the run that is going on: what it has settled itself does not count
     */
    RowMarks(Vault vault, Sources sources, long exceptRunId) {
        this.vault = vault;
        this.sources = sources;
        this.exceptRunId = exceptRunId;
    }

    /** The mark of a finished row. */
    String of(long sourceId, SourceKey source, int row, String content) {
        return "1." + sourceId + "." + row + "." + code(source, row, content);
    }

    /** Enough of a mark to know it again by; empty when the text is none. */
    static Optional<Long> abbreviated(String mark) {
        Matcher parts = MARK.matcher(mark);
        return parts.matches()
                ? Optional.of(Long.parseUnsignedLong(parts.group(3).substring(0, ABBREVIATION), HEXADECIMAL))
                : Optional.empty();
    }

    /** Whether a mark counts for a row of such content. */
    boolean counts(String mark, String content) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches()) {
            return false;
        }
        int row = Integer.parseInt(parts.group(2));
        return finished(Long.parseLong(parts.group(1)))
                .filter(finished -> finished.settled().get(row))
                .filter(finished -> isSame(code(finished.source(), row, content), parts.group(3)))
                .isPresent();
    }

    private Optional<Finished> finished(long sourceId) {
        if (known.size() >= MOST_SOURCES && !known.containsKey(sourceId)) {
            return Optional.empty();
        }
        return known.computeIfAbsent(
                sourceId,
                id -> sources.find(id).map(source -> new Finished(source, sources.settledRows(id, exceptRunId))));
    }

    /** The source stands here by its fingerprint: in another ledger, its number may be another file's. */
    private String code(SourceKey source, int row, String content) {
        return vault.vouch(source.identity() + "\n" + source.layout() + "\n" + row + "\n" + content);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
