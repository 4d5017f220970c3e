package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.almoner.jobs.ExitCode;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary.Status;

/**
 * How one run of a job ended.
 *
 * @param files what it read
 * @param exit its exit code
 * @param summary its JSON; none when the command was given wrong
 * @param errors what it told of what went wrong
 */
record Attempt(List<Path> files, ExitCode exit, Optional<JsonNode> summary, List<String> errors) {

    /** True when there was a run that came to its end, so that its files have been processed. */
    boolean isFinished() {
        return summary.filter(json -> json.path("run").isString()).isPresent()
                && (hasStatus(Status.COMPLETED)
                        || hasStatus(Status.COMPLETED_WITH_REJECTS)
                        || hasStatus(Status.REFUSED));
    }

    boolean hasStatus(Status status) {
        return summary.map(json -> json.path("status").asString(""))
                .filter(status.word()::equals)
                .isPresent();
    }

    /** False when further runs would end the same way, or may not begin. */
    boolean letsOthersBegin() {
        return switch (exit) {
            case DONE, NEEDS_A_LOOK, UNUSABLE_INPUT, NO_RIGHT -> true;
            case STOPPED_BY_SAFETY -> isFinished(); // otherwise another process is at the ledger
            case FAILED, USAGE, INTERRUPTED -> false;
        };
    }

    /** How its rows ended; nought of each for a command that has none. */
    RowCounts rows() {
        JsonNode rows = summary.map(json -> json.path("rows")).orElse(MissingNode.getInstance());
        return new RowCounts(
                rows.path("read").asLong(0),
                rows.path("applied").asLong(0),
                rows.path("unchanged").asLong(0),
                rows.path("rejected").asLong(0),
                rows.path("skipped").asLong(0));
    }

    /** The files of a kind that it wrote. */
    List<Path> written(String kind) {
        return summary.stream()
                .flatMap(json -> StreamSupport.stream(json.path("files").spliterator(), false))
                .filter(file -> file.path("kind").asString("").equals(kind))
                .map(file -> Path.of(file.path("path").asString()))
                .toList();
    }
}
