package io.almoner.jobs;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Move;
import io.almoner.intake.SourceTable;

/** What a first reading of all tables told, before the first row is judged. */
final class Survey {

    private final Map<String, Move> moves;
    private final Map<String, String> organisationsByMpnId;
    private final Map<String, List<long[]>> repeatedKeys;
    private final Map<SourceTable, Integer> rows;
    private final CopiedMarks copiedMarks;

    Survey(
            Map<String, Move> moves,
            Map<String, String> organisationsByMpnId,
            Map<String, List<long[]>> repeatedKeys,
            Map<SourceTable, Integer> rows,
            CopiedMarks copiedMarks) {
        this.moves = moves;
        this.organisationsByMpnId = organisationsByMpnId;
        this.repeatedKeys = repeatedKeys;
        this.rows = rows;
        this.copiedMarks = copiedMarks;
    }

    /** What the tables say of an organisation's move. */
    Move move(String organisationCode) {
        Move move = moves.get(organisationCode);
        return move == null ? Move.unplanned(organisationCode) : move;
    }

    /** True when the tables name the organisation as moving. */
    boolean names(String organisationCode) {
        return moves.containsKey(organisationCode);
    }

    /** Every organisation that the tables name as moving. */
    Iterable<String> organisations() {
        return moves.keySet();
    }

    /** The organisation whose location the tables name. */
    Optional<String> organisationOf(String mpnId) {
        return Optional.ofNullable(organisationsByMpnId.get(mpnId));
    }

    /** The repetitions of each layout, with nothing remembered yet. */
    Map<String, Repetitions> repetitions() {
        Map<String, Repetitions> repetitions = new HashMap<>();
        repeatedKeys.forEach((layout, keys) -> repetitions.put(layout, new Repetitions(keys)));
        return repetitions;
    }

    /** The rows of a table that bear the mark of a row before them, by their number. */
    BitSet copiesOfMarked(SourceTable table) {
        return copiedMarks.of(table);
    }

    /** How many rows a table has, skipped ones too. */
    int rows(SourceTable table) {
        @Nullable Integer count = rows.get(table);
        return count == null ? 0 : count;
    }

    /** How many rows all tables have. */
    long totalRows() {
        return rows.values().stream().mapToLong(Integer::longValue).sum();
    }
}
