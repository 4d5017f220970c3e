package io.almoner.intake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers below which any of our layouts expects secrets. */
public final class SecretHeaders {

    private final Set<HeaderName> names;

    public SecretHeaders(Layouts layouts) {
        this.names = layouts.all().stream()
                .flatMap(layout -> layout.columns().stream())
                .filter(LayoutColumn::secret)
                .flatMap(column -> Stream.concat(Stream.of(column.name()), column.aliases().stream()))
                .map(HeaderName::known)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a cell is such a header, compared as all headers are. */
    public boolean contains(String cell) {
        return HeaderName.candidates(cell).stream().anyMatch(names::contains);
    }
}
