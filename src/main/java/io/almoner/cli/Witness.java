package io.almoner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears what a command tells, as a script would that starts it: the one JSON object, and what went wrong. */
final class Witness {

    private @Nullable String json;
    private final List<String> errors = new ArrayList<>();

    void hears(String summary) {
        json = summary;
    }

    void hearsError(String sentence) {
        errors.add(sentence);
    }

    /** The JSON object; none when the command was given wrong. */
    Optional<JsonNode> summary() {
        return Optional.ofNullable(json).map(JsonMapper.shared()::readTree);
    }

    /** What went wrong and what to do about it, a sentence or two each. */
    List<String> errors() {
        return List.copyOf(errors);
    }
}
