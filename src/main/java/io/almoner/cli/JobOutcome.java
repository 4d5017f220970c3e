package io.almoner.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobKind;
import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobs.ExitCode;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary.Status;

/**
 * How a job ended: as its run did, or as all its runs did together.
 *
 * @param job the job
 * @param attempts its runs; none when there was nothing to read
 * @param parts further runs, each for an organisation alone
 * @param moved the files of the inbox, and where they stand now
 * @param failure what went wrong beside the runs
 * @param remarks what is to be said besides
 */
record JobOutcome(
        JobFile job,
        List<Attempt> attempts,
        List<Attempt> parts,
        Map<Path, Path> moved,
        Optional<Failure> failure,
        List<String> remarks) {

    /** As these runs ended. */
    static JobOutcome of(JobFile job, List<Attempt> attempts) {
        return new JobOutcome(job, attempts, List.of(), Map.of(), Optional.empty(), List.of());
    }

    /** That it did not run at all. */
    static JobOutcome of(JobFile job, Failure failure) {
        return new JobOutcome(job, List.of(), List.of(), Map.of(), Optional.of(failure), List.of());
    }

    /** The same with what was done for each organisation alone. */
    JobOutcome with(Circulated circulated) {
        return new JobOutcome(job, attempts, circulated.attempts(), moved, failure.or(circulated::failure), remarks);
    }

    /** The same with what is to be said besides. */
    JobOutcome remarking(List<String> sentences) {
        return new JobOutcome(job, attempts, parts, moved, failure, sentences);
    }

    boolean letsOthersBegin() {
        return failure.isEmpty() && attempts.stream().allMatch(Attempt::letsOthersBegin);
    }

    private Stream<Attempt> all() {
        return Stream.concat(attempts.stream(), parts.stream());
    }

    /** How often the most stubborn of its runs was tried. */
    int tries() {
        return all().mapToInt(Attempt::tries).max().orElse(1);
    }

    /**
     * What goes wrong and will go wrong again by itself, as a mark: the same for failures that tell the same, figures aside.
     * A file of the inbox that was moved away is settled, however it ended.
     *
     * @return empty when nothing does
     */
    Optional<String> trouble() {
        String told = Stream.concat(
                        all().filter(Attempt::wentWrong)
                                .filter(attempt -> attempt.files().stream().noneMatch(moved::containsKey))
                                .map(attempt -> attempt.exit() + " " + attempt.errors()),
                        failure.map(wrong -> wrong.exit() + " " + wrong.sentence()).stream())
                .collect(Collectors.joining("\n"));
        return told.isEmpty() ? Optional.empty() : Optional.of(DigestUtils.sha256Hex(told.replaceAll("\\d+", "#")));
    }

    ExitCode exit() {
        Set<ExitCode> exits = all().map(Attempt::exit).collect(Collectors.toSet());
        failure.map(Failure::exit).ifPresent(exits::add);
        if (exits.contains(ExitCode.USAGE) || exits.contains(ExitCode.INTERRUPTED)) {
            return exits.contains(ExitCode.USAGE) ? ExitCode.USAGE : ExitCode.INTERRUPTED;
        }
        if (exits.contains(ExitCode.FAILED)) {
            return ExitCode.FAILED;
        }
        if (exits.size() > 1) {
            return ExitCode.NEEDS_A_LOOK;
        }
        return exits.stream().findAny().orElse(ExitCode.DONE);
    }

    /** What was looked for in vain; empty when there was something. */
    List<String> nothingToRead() {
        return attempts.isEmpty() && parts.isEmpty() && failure.isEmpty()
                ? job.sources().stream()
                        .filter(Matching.class::isInstance)
                        .map(Matching.class::cast)
                        .map(source ->
                                "Nothing to do: there is no " + source.pattern() + " in " + source.folder() + ".")
                        .toList()
                : List.of();
    }

    /** What went wrong, for people; not what an exception said, which may be anything. */
    List<String> troubles() {
        return Stream.of(
                        remarks.stream(),
                        all().flatMap(attempt -> attempt.troubles().stream()),
                        failure.map(wrong -> Objects.requireNonNullElse(wrong.reason(), wrong.sentence())).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    /** True when something was changed, written or refused, or went wrong. */
    boolean hasSomethingToSay() {
        return exit() != ExitCode.DONE
                || !remarks.isEmpty()
                || attempts.stream().anyMatch(attempt -> attempt.rows().applied() > 0 || isWrittenToBeRead(attempt));
    }

    /** The report of a reconciliation that found nothing is no news. */
    private boolean isWrittenToBeRead(Attempt attempt) {
        return job.job() != JobKind.RECONCILE
                && Stream.of("report", "export", "hand_off")
                        .anyMatch(kind -> !attempt.written(kind).isEmpty());
    }

    /** How the rows of its runs ended; those of parts are the same ones again. */
    RowCounts rows() {
        return attempts.stream()
                .map(Attempt::rows)
                .reduce(
                        new RowCounts(0, 0, 0, 0, 0),
                        (one, other) -> new RowCounts(
                                one.read() + other.read(),
                                one.applied() + other.applied(),
                                one.unchanged() + other.unchanged(),
                                one.rejected() + other.rejected(),
                                one.skipped() + other.skipped()));
    }

    /** The run's own object, or one of the same fields that adds all runs up and holds theirs in {@code runs}. */
    ObjectNode summary() {
        List<JsonNode> summaries =
                all().flatMap(attempt -> attempt.summary().stream()).toList();
        ObjectNode json = summaries.size() == 1 ? (ObjectNode) summaries.get(0) : added(summaries);
        if (tries() > 1) {
            json.put("attempts", tries());
        }
        if (job.inbox().isPresent()) {
            ArrayNode moves = json.putArray("moved");
            moved.forEach(
                    (from, to) -> moves.addObject().put("from", from.toString()).put("to", to.toString()));
        }
        return json;
    }

    private ObjectNode added(List<JsonNode> summaries) {
        ObjectNode json = (ObjectNode) JsonMapper.shared()
                .readTree(new Failure(exit(), "").json(job.job().word()));
        json.put("message", failure.map(Failure::sentence).orElse(String.join(" ", nothingToRead())));
        json.put("status", status().word());
        summaries.forEach(summary -> add(summary, json));
        json.putArray("runs").addAll(summaries);
        return json;
    }

    /** Adds one up; not every command tells everything. */
    private static void add(JsonNode summary, ObjectNode totals) {
        Stream.of("dryRun", "policy", "on", "actingUser")
                .filter(summary::has)
                .forEach(name -> totals.set(name, summary.get(name)));
        Stream.of("rows", "findings", "changes")
                .forEach(name -> sum(totals.withObject("/" + name), summary.path(name)));
        Stream.of("sources", "files")
                .forEach(name -> summary.path(name)
                        .forEach(item -> totals.withArray("/" + name).add(item)));
        totals.put(
                "seconds",
                totals.path("seconds").asDouble(0) + summary.path("seconds").asDouble(0));
    }

    Status status() {
        return switch (exit()) {
            case DONE ->
                all().anyMatch(attempt -> attempt.hasStatus(Status.PLANNED)) ? Status.PLANNED : Status.COMPLETED;
            case NEEDS_A_LOOK ->
                all().anyMatch(attempt -> attempt.hasStatus(Status.DRIFT_FOUND))
                        ? Status.DRIFT_FOUND
                        : Status.COMPLETED_WITH_REJECTS;
            case FAILED -> Status.FAILED;
            case INTERRUPTED -> Status.INTERRUPTED;
            case USAGE, UNUSABLE_INPUT, NO_RIGHT, STOPPED_BY_SAFETY -> Status.REFUSED;
        };
    }

    private static void sum(ObjectNode totals, JsonNode counts) {
        Map<String, Long> sums = new LinkedHashMap<>();
        counts.properties()
                .forEach(count -> sums.put(
                        count.getKey(),
                        totals.path(count.getKey()).asLong(0) + count.getValue().asLong()));
        sums.forEach(totals::put);
    }
}
