package io.almoner.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.almoner.intake.Layout;

/**
 * The order of one organisation's rows: by the layout's first natural key, then by every other column, as text. It depends
 * on nothing but what stands in the rows, so that two ledgers with the same content export the same bytes.
 */
final class RowOrder implements Comparator<List<Cell>> {

    private final List<Integer> columns = new ArrayList<>();

    RowOrder(Layout layout) {
        layout.identities().stream()
                .limit(1)
                .flatMap(identity -> identity.key().stream())
                .map(layout::ordinal)
                .forEach(columns::add);
        IntStream.range(0, layout.columns().size())
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
    }

    @Override
    public int compare(List<Cell> one, List<Cell> other) {
        for (int column : columns) {
            int difference = one.get(column).text().compareTo(other.get(column).text());
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
