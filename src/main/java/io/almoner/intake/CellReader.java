package io.almoner.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.almoner.book.SealedKey;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * The typed cells of one row after another. What cannot be read is noted as a finding and reads as null, so that a row's
 * every problem is found in one pass.
 */
final class CellReader {

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\.]+(\\.[^\\s@<>,;:\"()\\[\\]\\\\.]+)+");
    private static final Pattern ISO_DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern TWO_WAY_DATE = Pattern.compile("(0?[1-9]|1[0-2])[./-](0?[1-9]|1[0-2])[./-]\\d{2,4}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,15}(\\.0+)?");

    private static final int ISO_DATE_LENGTH = 10;

    private final SourceTable table;
    private final ReadingRules reading;
    private final ExtraCells extraCells;
    private final Map<String, Integer> positions = new HashMap<>();
    private List<String> cells = List.of();
    private Map<Integer, Row.Defect> defects = Map.of();
    private List<Finding> findings = List.of();

    CellReader(SourceTable table, ReadingRules reading) {
        this.table = table;
        this.reading = reading;
        this.extraCells = new ExtraCells(table);
        for (LayoutColumn column : table.layout().columns()) {
            positions.put(column.name(), table.position(column.name()));
        }
    }

    /** Goes to a row: checks its width, required cells and defects. */
    void start(Row row) {
        cells = row.cells();
        defects = row.defects();
        findings = new ArrayList<>(0);
        long extra = extraCells.filled(row);
        if (extra > 0) {
            findings.add(Finding.of(Rule.FIL_009, null, null, Long.toString(extra)));
        }
        for (LayoutColumn column : table.layout().columns()) {
            if (column.required()) {
                require(column.name());
            }
        }
        if (!defects.isEmpty()) {
            defects.forEach(this::defect);
        }
    }

    private void defect(int position, Row.Defect defect) {
        for (LayoutColumn column : table.layout().columns()) {
            if (positions.getOrDefault(column.name(), -1) == position) {
                findings.add(Finding.of(Rule.FIL_005, column.name(), shown(column.name(), cells.get(position)))
                        .variant(defect.variant()));
            }
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** FIL-003 when the cell is empty. */
    void require(String column) {
        if (trimmed(column).isEmpty()) {
            findings.add(Finding.of(Rule.FIL_003, column, null));
        }
    }

    private String raw(String column) {
        int position = positions.getOrDefault(column, -1);
        return position < 0 || position >= cells.size() || defects.containsKey(position) ? "" : cells.get(position);
    }

    private String trimmed(String column) {
        return Whitespace.trim(raw(column));
    }

    /** The text without spaces at its ends, of which nothing is told; null when empty or when there is no such column. */
    @Nullable
    String plain(String column) {
        String trimmed = trimmed(column);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The text without spaces at its ends (FIL-002 tells of them); null when empty. */
    @Nullable
    String text(String column) {
        String raw = raw(column);
        if (raw.isEmpty()) {
            return null;
        }
        String trimmed = Whitespace.trim(raw);
        if (trimmed.length() != raw.length() && !trimmed.isEmpty()) {
            findings.add(Finding.of(Rule.FIL_002, column, shown(column, trimmed)));
        }
        return trimmed.isEmpty() ? null : trimmed;
    }

    private @Nullable String shown(String column, String value) {
        return table.layout().columns().get(table.layout().ordinal(column)).secret() ? null : value;
    }

    /** The parts of a list parted by {@code ;}. */
    List<String> list(String column) {
        String text = text(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(Whitespace::trim)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** A well-formed e-mail in lower case, or USR-002. */
    @Nullable
    String email(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (!EMAIL.matcher(text).matches()) {
            findings.add(Finding.of(Rule.USR_002, column, text).variant("malformed"));
            return null;
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** An MPN ID, or MPN-001. */
    @Nullable
    String mpnId(String column) {
        String text = text(column);
        if (text == null || isMpnId(text)) {
            return text;
        }
        findings.add(Finding.of(Rule.MPN_001, column, text));
        return null;
    }

    /** True for 4 to 10 digits that are not all the same. */
    static boolean isMpnId(String text) {
        return text.length() >= 4
                && text.length() <= 10
                && text.chars().allMatch(character -> character >= '0' && character <= '9')
                && text.chars().distinct().count() > 1;
    }

    /** A date, or FIL-005. */
    @Nullable
    LocalDate date(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            if (ISO_DATE.matcher(text).matches()) {
                return LocalDate.parse(text.substring(0, ISO_DATE_LENGTH));
            }
            if (reading.dateFormat() != null) {
                return LocalDate.parse(text, reading.dateFormat());
            }
        } catch (DateTimeParseException e) {
            findings.add(Finding.of(Rule.FIL_005, column, text, expectedDate()).variant("date"));
            return null;
        }
        String variant = TWO_WAY_DATE.matcher(text).matches() ? "ambiguous-date" : "date";
        findings.add(Finding.of(Rule.FIL_005, column, text, expectedDate()).variant(variant));
        return null;
    }

    private String expectedDate() {
        return reading.dateFormat() == null
                ? "2020-04-30"
                : LocalDate.of(2020, 4, 30).format(reading.dateFormat());
    }

    /** A whole number that is not negative, or FIL-005. */
    @Nullable
    Long count(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            findings.add(Finding.of(Rule.FIL_005, column, text).variant("number"));
            return null;
        }
        return new BigDecimal(text).longValueExact();
    }

    /** A whole number above zero, or FIL-005. */
    @Nullable
    Long positive(String column) {
        Long count = count(column);
        if (count == null || count > 0) {
            return count;
        }
        findings.add(Finding.of(Rule.FIL_005, column, "0").variant("number"));
        return null;
    }

    /** Whether the table has a column. */
    boolean has(String column) {
        return positions.getOrDefault(column, -1) >= 0;
    }

    /** The constant of a word; empty when it is none of the list, of which nothing is told. */
    <E extends Enum<E>> Optional<E> known(String word, Class<E> type) {
        return reading.vocabulary().find(type, word);
    }

    /** The constant of a word, or FIL-006. */
    <E extends Enum<E>> @Nullable E word(String column, Class<E> type) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<E> constant = reading.vocabulary().find(type, text);
        if (constant.isEmpty()) {
            String allowed = String.join(", ", Vocabulary.allowed(type));
            notInTheList(column, text, allowed, reading.vocabulary().nearest(type, text));
        }
        return constant.orElse(null);
    }

    /** A country's ISO code, or FIL-006. */
    @Nullable
    String country(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<String> code = reading.countries().code(text);
        if (code.isEmpty()) {
            notInTheList(
                    column, text, "DE, US, CN, Germany ...", reading.countries().nearest(text));
        }
        return code.orElse(null);
    }

    private void notInTheList(String column, String text, String allowed, Optional<String> nearest) {
        Finding finding = Finding.of(Rule.FIL_006, column, text, allowed, nearest.orElse(""));
        findings.add(nearest.isPresent() ? finding.variant("suggested") : finding);
    }

    /** A product key, sealed; FIL-005 when it is a reference that this home did not write. */
    @Nullable
    SealedKey key(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<SealedKey> sealed = reading.sealer().seal(text);
        if (sealed.isEmpty()) {
            findings.add(Finding.of(Rule.FIL_005, column, null).variant("key-reference"));
        }
        return sealed.orElse(null);
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /**
     * What reading depends on beside the table.
     *
     * @param dateFormat of dates that are not ISO 8601; null when none was given
     */
    record ReadingRules(
            Vocabulary vocabulary,
            Countries countries,
            KeySealer sealer,
            @Nullable DateTimeFormatter dateFormat) {}
}
