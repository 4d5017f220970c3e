package io.almoner.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The values of one row, taken one after the other in the order of the table's columns. */
final class Cells {

    private final @Nullable Object[] values;
    private int next;

    Cells(@Nullable Object[] values) {
        this.values = values;
    }

    long number() {
        return (Long) required();
    }

    @Nullable
    Long numberOrNull() {
        return (Long) take();
    }

    String text() {
        return (String) required();
    }

    @Nullable
    String textOrNull() {
        return (String) take();
    }

    LocalDate date() {
        return (LocalDate) required();
    }

    @Nullable
    LocalDate dateOrNull() {
        return (LocalDate) take();
    }

    boolean flag() {
        return (Boolean) required();
    }

    @Nullable
    Boolean flagOrNull() {
        return (Boolean) take();
    }

    List<String> texts() {
        return TextList.parse(text());
    }

    <E extends Enum<E>> E word(Class<E> words) {
        return Enum.valueOf(words, text());
    }

    <E extends Enum<E>> @Nullable E wordOrNull(Class<E> words) {
        String word = textOrNull();
        return word == null ? null : Enum.valueOf(words, word);
    }

    private Object required() {
        return Objects.requireNonNull(take(), () -> "column " + next + " has no value");
    }

    private @Nullable Object take() {
        return values[next++];
    }
}
