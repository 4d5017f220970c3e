package io.almoner.report;

import java.util.ArrayList;
import java.util.List;

/** What the readers of a report should do next, the most urgent first. */
final class Steps {

    private static final String NONE = "steps.none";

    private final Texts texts;
    private final List<String> steps = new ArrayList<>();

    Steps(Texts texts) {
        this.texts = texts;
    }

    /** A step that is needed when there is something to do it with; that number comes first in its text. */
    Steps when(long count, String key, Object... more) {
        if (count > 0) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = count;
            System.arraycopy(more, 0, arguments, 1, more.length);
            steps.add(texts.text(key, arguments));
        }
        return this;
    }

    /** All of them, or that nothing has to be done. */
    List<String> all() {
        return steps.isEmpty() ? List.of(texts.text(NONE)) : List.copyOf(steps);
    }
}
