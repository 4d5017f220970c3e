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
import io.almoner.rules.Rule;

/**
 * How one run of a job ended.
 *
 * @param files what it read
 * @param exit its exit code
 * @param summary its JSON; none when the command was given wrong
 * @param errors what it told of what went wrong
 * @param tries how often it was tried
 */
record Attempt(List<Path> files, ExitCode exit, Optional<JsonNode> summary, List<String> errors, int tries) {

    /** The same after so many tries. */
    Attempt after(int count) {
        return new Attempt(files, exit, summary, errors, count);
    }

    /**
     * True when the same again may end otherwise, because its surroundings failed: another process is at the ledger, or the
     * database or a disk is away. Quantities that differ (MIG-007) fail a run, too, but lie in what was read.
     */
    boolean mayEndOtherwise() {
        return switch (exit) {
            case FAILED ->
                summary.filter(json -> json.path("findings").has(Rule.MIG_007.code()))
                        .isEmpty();
            case STOPPED_BY_SAFETY -> !isFinished();
            case DONE, NEEDS_A_LOOK, UNUSABLE_INPUT, NO_RIGHT, USAGE, INTERRUPTED -> false;
        };
    }

    /** True when it did not do what it was to do, and will not do so the next time. */
    boolean wentWrong() {
        return switch (exit) {
            case FAILED, STOPPED_BY_SAFETY, UNUSABLE_INPUT, NO_RIGHT, USAGE -> true;
            case DONE, NEEDS_A_LOOK, INTERRUPTED -> false;
        };
    }

    boolean isDryRun() {
        return summary.filter(json -> json.path("dryRun").asBoolean(false)).isPresent();
    }

    /** True when what it wrote is in one of these languages, or in none. */
    boolean isIn(List<String> languages) {
        String language =
                summary.map(json -> json.path("language").asString("")).orElse("");
        return language.isEmpty() || languages.contains(language);
    }

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

    /** What people call its run; empty when there was none. */
    Optional<String> run() {
        return summary.map(json -> json.path("run").asString("")).filter(run -> !run.isEmpty());
    }

    /** What went wrong, for people elsewhere: of a failure only the reason that has nothing of what an exception said. */
    List<String> troubles() {
        if (exit != ExitCode.FAILED) {
            return errors;
        }
        return summary.map(json -> json.path("reason").asString("")).filter(reason -> !reason.isEmpty()).stream()
                .toList();
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
