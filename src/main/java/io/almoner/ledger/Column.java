package io.almoner.ledger;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A column and where its value comes from.
 *
 * @param name as in the schema and in the audit trail's JSON
 * @param type the type of its values
 * @param value takes the value out of an entity; the result is of {@code type}'s class, or null
 */
record Column<E>(String name, ColumnType type, Function<E, @Nullable Object> value) {

    static <E> Column<E> number(String name, Function<E, @Nullable Long> value) {
        return new Column<>(name, ColumnType.NUMBER, value::apply);
    }

    static <E> Column<E> text(String name, Function<E, @Nullable String> value) {
        return new Column<>(name, ColumnType.TEXT, entity -> Storable.text(value.apply(entity)));
    }

    static <E> Column<E> word(String name, Function<E, @Nullable Enum<?>> value) {
        return new Column<>(name, ColumnType.TEXT, entity -> {
            Enum<?> word = value.apply(entity);
            return word == null ? null : word.name();
        });
    }

    static <E> Column<E> date(String name, Function<E, java.time.@Nullable LocalDate> value) {
        return new Column<>(name, ColumnType.DATE, value::apply);
    }

    static <E> Column<E> flag(String name, Function<E, @Nullable Boolean> value) {
        return new Column<>(name, ColumnType.FLAG, value::apply);
    }

    static <E> Column<E> texts(String name, Function<E, List<String>> value) {
        return new Column<>(name, ColumnType.TEXT, entity -> Storable.text(TextList.format(value.apply(entity))));
    }
}
