package io.almoner.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.commons.codec.digest.MurmurHash3;

import io.almoner.intake.LayoutColumn;
import io.almoner.intake.NaturalKey;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;

/** One natural key of a table, as positions in its rows. */
final class KeyColumns {

    private static final char BETWEEN_CELLS = '\u001f';

    private final int[] key;
    private final List<String> valueColumns;
    private final int[] values;
    private final int[] present;

    KeyColumns(SourceTable table, NaturalKey naturalKey) {
        this.key = positions(table, naturalKey.key());
        this.present = positions(table, naturalKey.present());
        List<String> values = naturalKey.values().isEmpty()
                ? table.layout().columns().stream().map(LayoutColumn::name).toList()
                : naturalKey.values();
        this.valueColumns = values;
        this.values = positions(table, values);
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

    private static String text(Row row, int[] positions) {
        StringBuilder text = new StringBuilder(96);
        for (int position : positions) {
            text.append(cell(row, position)).append(BETWEEN_CELLS);
        }
        return text.toString();
    }

    private static String cell(Row row, int position) {
        return position < 0 || position >= row.cells().size()
                ? ""
                : row.cells().get(position).strip();
    }

    private static long hash(String text) {
        return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
    }
}
