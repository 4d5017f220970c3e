package io.almoner.ledger;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import io.almoner.book.Entity;

/** Entities as the audit trail keeps them: a JSON object of the table's columns, those without a value left out. */
final class ChangeJson {

    static final JsonFactory FACTORY = new JsonFactory();

    private ChangeJson() {}

    /**
     * The JSON of a row.
     *
     * @param values as {@link Table#values} gives them
     */
    static String format(Table<?> table, @Nullable Object[] values) {
        StringWriter json = new StringWriter(320);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            generator.writeStartObject();
            for (int i = 0; i < table.columns().size(); i++) {
                Object value = values[i + 2];
                if (value != null) {
                    generator.writeName(table.columns().get(i).name());
                    write(generator, table.columns().get(i).type(), value);
                }
            }
            generator.writeEndObject();
        }
        return json.toString();
    }

    /** The entity of a surrogate key, from the JSON that {@link #format} made. */
    static <E extends Entity> E parse(Table<E> table, long id, String json) {
        @Nullable Object[] values = new @Nullable Object[table.columns().size() + 1];
        values[0] = id;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            String name = parser.nextName();
            while (name != null) {
                JsonToken token = parser.nextToken();
                int column = position(table.columns(), name);
                if (column >= 0) {
                    values[column + 1] =
                            read(parser, token, table.columns().get(column).type());
                }
                name = parser.nextName();
            }
        }
        return table.entity(values);
    }

    private static void write(JsonGenerator generator, ColumnType type, Object value) {
        switch (type) {
            case NUMBER -> generator.writeNumber((Long) value);
            case FLAG -> generator.writeBoolean((Boolean) value);
            case TEXT, DATE -> generator.writeString(value.toString());
            case INSTANT, BYTES -> throw new IllegalArgumentException("no entity has a column of type " + type);
        }
    }

    private static Object read(JsonParser parser, JsonToken token, ColumnType type) {
        return switch (type) {
            case NUMBER -> parser.getLongValue();
            case FLAG -> token == JsonToken.VALUE_TRUE;
            case TEXT -> parser.getString();
            case DATE -> LocalDate.parse(parser.getString());
            case INSTANT, BYTES -> throw new IllegalArgumentException("no entity has a column of type " + type);
        };
    }

    /** Where a column stands; -1 for one that this version does not know any more. */
    private static <E> int position(List<Column<E>> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
