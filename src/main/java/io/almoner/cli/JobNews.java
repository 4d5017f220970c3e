package io.almoner.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.almoner.jobfile.MailOrder.Attached;
import io.almoner.mail.News;
import io.almoner.mail.News.Count;
import io.almoner.mail.News.Course;
import io.almoner.mail.News.NamedValue;
import io.almoner.mail.News.ReportFigures;

/** Finds in the summaries of a job's runs what a mail tells. */
final class JobNews {

    private final JobOutcome outcome;
    private final Course course;
    private final List<Attached> attach;
    private final @Nullable Count share;

    JobNews(JobOutcome outcome, Course course, List<Attached> attach) {
        this(outcome, course, attach, null);
    }

    private JobNews(JobOutcome outcome, Course course, List<Attached> attach, @Nullable Count share) {
        this.outcome = outcome;
        this.course = course;
        this.attach = attach;
        this.share = share;
    }

    /** The same about these rows, with nothing that is about any other. */
    JobNews about(Count rows) {
        return new JobNews(outcome, course, attach, rows);
    }

    /**
     * In a language.
     *
     * @param languages those whose files go with the mail; its texts and figures are in the first
     */
    News in(List<String> languages, String title, Instant now) {
        return new News(
                title,
                outcome.status().word(),
                new Course(course.turn(), course.since(), outcome.tries()),
                share == null ? new Count(Count.Extent.EVERY_ROW, outcome.rows()) : share,
                reports(languages.subList(0, 1)),
                share == null ? findings() : Map.of(),
                share == null ? outcome.troubles() : List.of(),
                share == null ? outcome.moved() : Map.of(),
                files(languages),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                outcome.attempts().stream()
                        .flatMap(attempt -> attempt.run().stream())
                        .toList());
    }

    private Stream<JsonNode> summaries(List<String> languages) {
        return outcome.attempts().stream()
                .filter(attempt -> attempt.isIn(languages))
                .flatMap(attempt -> attempt.summary().stream());
    }

    private List<ReportFigures> reports(List<String> languages) {
        return summaries(languages)
                .flatMap(json -> StreamSupport.stream(json.path("reports").spliterator(), false))
                .map(JobNews::report)
                .toList();
    }

    private static ReportFigures report(JsonNode report) {
        return new ReportFigures(
                report.path("title").asString(""),
                report.path("nothing").asString(null),
                StreamSupport.stream(report.path("figures").spliterator(), false)
                        .map(figure -> new NamedValue(
                                figure.path("label").asString(""),
                                figure.path("value").asString(""),
                                figure.path("note").asString(null)))
                        .toList());
    }

    private Map<String, Long> findings() {
        Map<String, Long> findings = new HashMap<>();
        outcome.attempts().stream()
                .flatMap(attempt -> attempt.summary().stream())
                .flatMap(json -> json.path("findings").properties().stream())
                .forEach(
                        count -> findings.merge(count.getKey(), count.getValue().asLong(), Long::sum));
        return findings;
    }

    private List<Path> files(List<String> languages) {
        return attach.stream()
                .flatMap(kind -> outcome.attempts().stream()
                        .filter(attempt -> attempt.isIn(languages))
                        .flatMap(attempt -> attempt.written(kind.name().toLowerCase(Locale.ROOT)).stream()))
                .toList();
    }
}
