package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command answered.
 *
 * @param exit the exit code
 * @param output standard output
 * @param errors standard error
 */
record Answer(int exit, String output, String errors) {

    /** How the rows of a run ended. */
    record Rows(long read, long applied, long unchanged, long rejected, long skipped) {}

    /** This answer, if it has that exit code. */
    Answer ending(int expected) {
        assertThat(exit).as("%s%n%s", output, errors).isEqualTo(expected);
        return this;
    }

    /** The one JSON object of which the output consists. */
    JsonNode json() {
        assertThat(output.strip()).as(errors).startsWith("{").endsWith("}").doesNotContain("\n");
        return JsonMapper.shared().readTree(output);
    }

    String status() {
        return json().get("status").asString();
    }

    Rows rows() {
        JsonNode rows = json().get("rows");
        return new Rows(
                rows.get("read").asLong(),
                rows.get("applied").asLong(),
                rows.get("unchanged").asLong(),
                rows.get("rejected").asLong(),
                rows.get("skipped").asLong());
    }

    /** The files of a kind, in their order. */
    List<Path> files(String kind) {
        return StreamSupport.stream(json().get("files").spliterator(), false)
                .filter(file -> file.get("kind").asString().equals(kind))
                .map(file -> Path.of(file.get("path").asString()))
                .toList();
    }

    /** The file of that name. */
    Path file(String name) {
        return StreamSupport.stream(json().get("files").spliterator(), false)
                .map(file -> Path.of(file.get("path").asString()))
                .filter(path -> path.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + name + " in " + output));
    }
}
