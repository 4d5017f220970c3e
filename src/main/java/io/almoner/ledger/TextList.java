package io.almoner.ledger;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/** A list of texts as one column holds it: a JSON array of strings. */
final class TextList {

    private TextList() {}

    static String format(List<String> texts) {
        if (texts.isEmpty()) {
            return "[]";
        }
        java.io.StringWriter json = new java.io.StringWriter();
        try (JsonGenerator generator = ChangeJson.FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            generator.writeStartArray();
            texts.forEach(generator::writeString);
            generator.writeEndArray();
        }
        return json.toString();
    }

    static List<String> parse(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = ChangeJson.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            }
        }
        return texts;
    }
}
