package io.almoner.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a layout makes sense in itself; what does not is an {@link IllegalStateException} that names it. */
record LayoutCheck(Layout layout) {

    private static final Set<String> JOBS = Set.of("migrate", "assign", "reconcile");

    void run() {
        if (!JOBS.containsAll(layout.jobs()) || layout.columns().isEmpty()) {
            throw wrong("needs columns, and jobs of " + JOBS);
        }
        headersAreUnambiguous();
        keysNameColumns();
    }

    private void headersAreUnambiguous() {
        Map<HeaderName, String> meaning = new HashMap<>();
        for (LayoutColumn column : layout.columns()) {
            Stream.concat(Stream.of(column.name()), column.aliases().stream()).forEach(header -> {
                String other = meaning.putIfAbsent(HeaderName.known(header), column.name());
                if (other != null && !other.equals(column.name())) {
                    throw wrong("reads " + header + " as " + other + " and as " + column.name());
                }
            });
        }
        if (meaning.containsKey(new HeaderName(""))) {
            throw wrong("has an alias without letters and digits");
        }
    }

    private void keysNameColumns() {
        for (NaturalKey identity : layout.identities()) {
            if (identity.key().isEmpty() || !identity.key().containsAll(identity.present())) {
                throw wrong("has a key without columns, or one that needs a column it does not have");
            }
            Stream.of(identity.key(), identity.values()).flatMap(List::stream).forEach(layout::ordinal);
        }
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("layout " + layout.name() + " " + what);
    }
}
