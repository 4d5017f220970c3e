package io.almoner.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import io.almoner.rules.Finding;
import io.almoner.rules.Severity;

/** Headers that the layout does not know: told, with what may have been meant. */
final class UnknownColumns {

    /** Below this, two headers are not likely to be one misspelt. */
    private static final double ALIKE = 0.9;

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    List<Finding> findings(HeaderMatch match) {
        Set<Integer> known = new HashSet<>(match.positions());
        return IntStream.range(0, match.cells().size())
                .filter(position -> !known.contains(position))
                .mapToObj(position -> match.cells().get(position))
                .filter(UnknownColumns::isUnknown)
                .map(header -> finding(header, match))
                .toList();
    }

    private static boolean isUnknown(String header) {
        return !HeaderName.of(header).isEmpty() && AddedColumn.of(header).isEmpty();
    }

    private Finding finding(String header, HeaderMatch match) {
        String shown = header.strip();
        return similar(HeaderName.of(header), match)
                .map(meant -> Refusal.SIMILAR_COLUMN.finding(shown, meant))
                .orElseGet(() -> Refusal.UNKNOWN_COLUMN.finding(shown))
                .weighing(Severity.WARNING);
    }

    /** Among the columns that the file lacks: one that it has cannot be meant again. */
    private Optional<String> similar(HeaderName header, HeaderMatch match) {
        List<LayoutColumn> columns = match.layout().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> match.positions().get(i) < 0)
                .mapToObj(columns::get)
                .map(column -> new Likeness(column.name(), likeness(header, column)))
                .filter(likeness -> likeness.degree() >= ALIKE)
                .max((one, other) -> Double.compare(one.degree(), other.degree()))
                .map(Likeness::column);
    }

    private double likeness(HeaderName header, LayoutColumn column) {
        return Stream.concat(Stream.of(column.name()), column.aliases().stream())
                .mapToDouble(name ->
                        similarity.apply(header.text(), HeaderName.of(name).text()))
                .max()
                .orElse(0);
    }

    private record Likeness(String column, double degree) {}
}
