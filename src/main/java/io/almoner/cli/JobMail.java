package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Role;
import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.MailOrder;
import io.almoner.jobfile.MailOrder.Occasion;
import io.almoner.mail.Delivery;
import io.almoner.mail.LetterWriter;
import io.almoner.mail.LetterWriter.Address;
import io.almoner.mail.MailSettingsException;
import io.almoner.mail.News;
import io.almoner.mail.Post;
import io.almoner.returns.RowCounts;

/** Tells by mail how a job ended. */
final class JobMail {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JobFile job;
    private final MailOrder order;
    private final Post post;
    private final LetterWriter writer;
    private final Clock clock;

    private JobMail(JobFile job, MailOrder order, Post post, LetterWriter writer, Clock clock) {
        this.job = job;
        this.order = order;
        this.post = post;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * The mail that a job orders.
     *
     * @throws UsageException when the environment's settings of mail cannot be used; known before the job has begun
     */
    static JobMail of(JobFile job, MailOrder order, CommandWords words, Locale language) {
        try {
            Post post = Post.of(words.common().environment(), words.home());
            return new JobMail(job, order, post, new LetterWriter(language), Clock.systemUTC());
        } catch (MailSettingsException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Who gets a mail.
     *
     * @param title what the mail calls the job
     * @param to addresses
     */
    record Audience(String title, List<String> to) {}

    /** Those who get all of it; empty when there are only those who get their part. */
    Optional<Audience> everybody() {
        return order.to().isEmpty() ? Optional.empty() : Optional.of(new Audience(job.title(), order.to()));
    }

    /** Those who get the part of an organisation. */
    Audience of(String organisation, List<String> to) {
        return new Audience(job.title() + ", " + organisation, to);
    }

    /** Whose holders get the part of their own organisation; null when nobody gets a part. */
    @Nullable
    Role role() {
        return order.role();
    }

    /**
     * Sends a mail.
     *
     * @return what became of it; empty when there was nothing to say
     * @throws IOException when it can neither be sent nor kept
     */
    Optional<Delivery> tell(JobOutcome outcome, Audience audience) throws IOException {
        if (order.occasion() == Occasion.SOMETHING_TO_SAY && !outcome.hasSomethingToSay()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Address address = new Address(order.from(), audience.to(), order.largest());
        News news = news(outcome, audience.title(), now);
        return Optional.of(post.send(writer.write(news, address), STAMP.format(now) + "-" + stem()));
    }

    private String stem() {
        return job.file().getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9_-]+", "_");
    }

    private News news(JobOutcome outcome, String title, Instant now) {
        return new News(
                title,
                outcome.status().word(),
                rows(outcome),
                findings(outcome),
                outcome.troubles(),
                outcome.moved(),
                files(outcome),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                runs(outcome));
    }

    private static RowCounts rows(JobOutcome outcome) {
        return outcome.attempts().stream()
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

    private static Map<String, Long> findings(JobOutcome outcome) {
        Map<String, Long> findings = new HashMap<>();
        outcome.attempts().stream()
                .flatMap(attempt -> attempt.summary().stream())
                .flatMap(json -> json.path("findings").properties().stream())
                .forEach(
                        count -> findings.merge(count.getKey(), count.getValue().asLong(), Long::sum));
        return findings;
    }

    private List<Path> files(JobOutcome outcome) {
        return order.attach().stream()
                .flatMap(kind -> outcome.attempts().stream()
                        .flatMap(attempt -> attempt.written(kind.name().toLowerCase(Locale.ROOT)).stream()))
                .toList();
    }

    private static List<String> runs(JobOutcome outcome) {
        return outcome.attempts().stream()
                .flatMap(attempt -> attempt.summary().stream())
                .map(json -> json.path("run").asString(""))
                .filter(run -> !run.isEmpty())
                .toList();
    }
}
