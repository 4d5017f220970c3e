package io.almoner.report;

import java.util.Comparator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Page by page as a person walks through the portals, then by what it is about; nothing depends on the ledger's keys. */
final class ToDoOrder implements Comparator<ToDoLine> {

    private static final Comparator<ToDoLine> ORDER = Comparator.comparing(ToDoLine::page)
            .thenComparing(line -> line.place().organisation())
            .thenComparing(line -> line.place().code())
            .thenComparing(line -> known(line.place().mpnId()))
            .thenComparing(line -> known(line.place().order()))
            .thenComparing(line -> known(line.place().benefit()))
            .thenComparing(ToDoLine::task)
            .thenComparing(line -> line.person() == null ? "" : line.person().email())
            .thenComparing(line -> line.details().toString());

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public int compare(ToDoLine one, ToDoLine other) {
        return ORDER.compare(one, other);
    }
}
