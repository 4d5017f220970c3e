package io.almoner.returns;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as we write and read it: fields in the order of the records, dates in ISO 8601; fields that lack or that
 * nobody knows are refused. */
final class Json {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    void writePretty(OutputStream stream, Object value) throws IOException {
        byte[] bytes = mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value);
        stream.write(bytes);
        stream.write('\n');
    }

    <T> T read(InputStream stream, Class<T> type) {
        return mapper.readValue(stream, type);
    }
}
