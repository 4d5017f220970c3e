package io.almoner.intake;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every table that Almoner reads, loaded from the data files {@code layouts/*.yaml} and {@code header-aliases.yaml}.
 * Immutable; load it once and hand it on.
 */
public final class Layouts {

    private final List<Layout> all;

    Layouts(List<Layout> layouts) {
        this.all = layouts.stream()
                .sorted(Comparator.comparingInt(Layout::rank).thenComparing(Layout::name))
                .toList();
        Set<String> names = new HashSet<>();
        for (Layout layout : all) {
            if (!names.add(layout.name())) {
                throw new IllegalStateException("two layouts are called " + layout.name());
            }
        }
    }

    /**
     * The layouts that the program brings along.
     *
     * @throws IllegalStateException when a data file is wrong: an unknown word in it, a column that a key names and the
     *     layout lacks, or a header that would mean two columns
     */
    public static Layouts load() {
        return new Layouts(new LayoutFiles().read());
    }

    /** All of them, by rank. */
    public List<Layout> all() {
        return all;
    }

    /** The layout of that exact name. */
    public Optional<Layout> named(String name) {
        return all.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }
}
