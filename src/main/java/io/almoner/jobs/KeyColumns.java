package io.almoner.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.apache.commons.codec.digest.MurmurHash3;

import io.almoner.intake.LayoutColumn;
import io.almoner.intake.NaturalKey;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;

/** One natural key of a table, as positions in its rows. */
final class KeyColumns {

    private static final char BETWEEN_CELLS = '\u001f';

    /** Columns in whose cells capitals make no difference. */
    private static final Set<String> CASELESS = Set.of(
            "Email",
            "UserPrincipalName",
            "UserEmail",
            "SignInEmail",
            "NotificationEmail",
            "AlternateEmail",
            "PreviousEmail",
            "ContactEmail",
            "SubscriptionGuid");

    private final int[] key;
    private final List<String> valueColumns;
    private final int[] values;
    private final int[] present;
    private final BitSet caseless = new BitSet();

    KeyColumns(SourceTable table, NaturalKey naturalKey) {
        this.key = positions(table, naturalKey.key());
        this.present = positions(table, naturalKey.present());
        List<String> values = naturalKey.values().isEmpty()
                ? table.layout().columns().stream()
                        .filter(column -> !column.ignored())
                        .map(LayoutColumn::name)
                        .toList()
                : naturalKey.values();
        this.valueColumns = values;
        this.values = positions(table, values);
        table.layout().columns().stream()
                .map(LayoutColumn::name)
                .filter(CASELESS::contains)
                .mapToInt(table::position)
                .filter(position -> position >= 0)
                .forEach(caseless::set);
    }

    private static int[] positions(SourceTable table, List<String> columns) {
        return columns.stream().mapToInt(table::position).toArray();
    }

    /** A hash of the key's cells; empty when the row is not to be compared by this key. */
    OptionalLong key(Row row) {
        for (int position : present) {
            if (cell(row, position).isEmpty()) {
                return OptionalLong.empty();
            }
        }
        String text = text(row, key);
        return text.length() < key.length + 1 ? OptionalLong.empty() : OptionalLong.of(hash(text));
    }

    /** The cells that rows of one key must agree in. */
    List<String> values(Row row) {
        return Arrays.stream(values).mapToObj(position -> cell(row, position)).toList();
    }

    /** The first column in which rows of one key differ; empty when they agree. */
    Optional<String> difference(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Optional.of(valueColumns.get(i));
            }
        }
        return Optional.empty();
    }

    private String text(Row row, int[] positions) {
        StringBuilder text = new StringBuilder(96);
        for (int position : positions) {
            text.append(cell(row, position)).append(BETWEEN_CELLS);
        }
        return text.toString();
    }

    private String cell(Row row, int position) {
        if (position < 0 || position >= row.cells().size()) {
            return "";
        }
        String cell = row.cells().get(position).strip();
        return caseless.get(position) ? cell.toLowerCase(Locale.ROOT) : cell;
    }

    private static long hash(String text) {
        return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
    }
}
