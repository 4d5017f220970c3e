package io.almoner.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Tells which layout a header has: by its columns, and by the name of the table only where those leave a choice. */
final class HeaderMatcher {

    private final List<KnownHeaders> known;

    HeaderMatcher(Layouts layouts) {
        this.known = layouts.all().stream().map(KnownHeaders::of).toList();
    }

    /**
     * The layout that fits a row best, however badly.
     *
     * @param name what the file, entry or sheet is called
     */
    HeaderMatch best(List<String> row, String name) {
        List<String> cells = withoutEmptyEnd(row);
        List<List<HeaderName>> headers =
                cells.stream().map(HeaderName::candidates).toList();
        String hint = HeaderName.of(name).text();
        return known.stream()
                .map(layout -> layout.match(cells, headers))
                .max(Comparator.comparingInt(HeaderMatch::score)
                        .thenComparing(match -> match.missing().isEmpty())
                        .thenComparing(match -> hint.contains(
                                HeaderName.of(match.layout().name()).text())))
                .orElseThrow(() -> new IllegalStateException("there is no layout"));
    }

    private static List<String> withoutEmptyEnd(List<String> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(row.subList(0, end));
    }

    /** The headers of one layout, ready to be compared. */
    private record KnownHeaders(Layout layout, Map<HeaderName, Integer> ordinals) {

        static KnownHeaders of(Layout layout) {
            Map<HeaderName, Integer> ordinals = new HashMap<>();
            for (int i = 0; i < layout.columns().size(); i++) {
                LayoutColumn column = layout.columns().get(i);
                ordinals.put(HeaderName.of(column.name()), i);
                for (String alias : column.aliases()) {
                    ordinals.put(HeaderName.known(alias), i);
                }
            }
            return new KnownHeaders(layout, ordinals);
        }

        HeaderMatch match(List<String> cells, List<List<HeaderName>> headers) {
            Integer[] none = new Integer[layout.columns().size()];
            Arrays.fill(none, -1);
            List<Integer> positions = new ArrayList<>(Arrays.asList(none));
            Optional<String> twice = Optional.empty();
            for (int i = 0; i < headers.size(); i++) {
                Integer ordinal = ordinal(headers.get(i));
                if (ordinal != null && positions.get(ordinal) >= 0) {
                    twice = Optional.of(layout.columns().get(ordinal).name());
                } else if (ordinal != null) {
                    positions.set(ordinal, i);
                }
            }
            return new HeaderMatch(layout, cells, Collections.unmodifiableList(positions), twice);
        }

        private @Nullable Integer ordinal(List<HeaderName> candidates) {
            for (HeaderName candidate : candidates) {
                Integer ordinal = ordinals.get(candidate);
                if (ordinal != null) {
                    return ordinal;
                }
            }
            return null;
        }
    }
}
