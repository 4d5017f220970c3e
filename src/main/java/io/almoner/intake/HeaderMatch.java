package io.almoner.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.almoner.rules.Finding;

/**
 * How a row of cells would serve as the header of one layout.
 *
 * @param layout the layout that it is compared with
 * @param cells the row, without empty cells at its end
 * @param positions for each of the layout's columns the position of its cell; -1 when there is none
 * @param twice a column that two cells claim; null when none does
 */
record HeaderMatch(Layout layout, List<String> cells, List<Integer> positions, Optional<String> twice) {

    /** A missing required column weighs as much as two columns that are recognised. */
    private static final int WEIGHT_OF_A_MISSING_COLUMN = 2;

    int recognised() {
        return (int) positions.stream().filter(position -> position >= 0).count();
    }

    List<String> missing() {
        return IntStream.range(0, positions.size())
                .filter(i -> positions.get(i) < 0)
                .mapToObj(i -> layout.columns().get(i))
                .filter(column -> column.required() || column.telling())
                .map(LayoutColumn::name)
                .toList();
    }

    int score() {
        return recognised() - WEIGHT_OF_A_MISSING_COLUMN * missing().size();
    }

    /** Whether this row is meant to be the header of that layout, even if it is not whole. */
    boolean isMeant() {
        long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
        return missing().isEmpty() || (recognised() >= 2 && recognised() * 2L >= filled);
    }

    /** Why this row is not the header of a table, when it is not even meant to be one. */
    Finding strangeness() {
        return recognised() == 0
                ? Refusal.NO_HEADER.finding(layout.name())
                : Refusal.UNKNOWN_LAYOUT.finding(layout.name(), String.join(", ", missing()));
    }

    /** Refuses the header for what it lacks or has twice. */
    HeaderMatch orRefuse(String file) {
        if (!isMeant()) {
            throw new UnusableInputException(file, strangeness());
        }
        if (!missing().isEmpty()) {
            throw Refusal.MISSING_COLUMN.of(file, layout.name(), String.join(", ", missing()));
        }
        twice.ifPresent(column -> {
            throw Refusal.DUPLICATE_COLUMN.of(file, column);
        });
        return this;
    }
}
