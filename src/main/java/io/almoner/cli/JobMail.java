package io.almoner.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.MailOrder;
import io.almoner.jobfile.MailOrder.Occasion;
import io.almoner.jobfile.Recipient;
import io.almoner.mail.Delivery;
import io.almoner.mail.LetterWriter;
import io.almoner.mail.LetterWriter.Address;
import io.almoner.mail.MailSettingsException;
import io.almoner.mail.News.Count;
import io.almoner.mail.News.Course;
import io.almoner.mail.Post;
import io.almoner.returns.RowCounts;

/** Tells by mail how a job ended. */
final class JobMail {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JobFile job;
    private final MailOrder order;
    private final Post post;
    private final Languages languages;
    private final Clock clock;

    /** Whether mails are sent, or only what they would be is told. */
    enum Mode {
        SEND,
        REHEARSE
    }

    private JobMail(JobFile job, MailOrder order, Post post, Languages languages, Clock clock) {
        this.job = job;
        this.order = order;
        this.post = post;
        this.languages = languages;
        this.clock = clock;
    }

    /**
     * The mail that a job orders.
     *
     * @throws UsageException when the environment's settings of mail cannot be used; known before the job has begun
     */
    static JobMail of(JobFile job, MailOrder order, CommandWords words, Languages languages, Mode mode) {
        try {
            Post post = Post.of(words.common().environment(), words.home());
            return new JobMail(
                    job, order, mode == Mode.REHEARSE ? Post.rehearsal() : post, languages, Clock.systemUTC());
        } catch (MailSettingsException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Who gets a mail.
     *
     * @param title what the mail calls the job
     * @param organisation the only one that it is about (OrgId); null for all that the job is about
     * @param to who
     */
    record Audience(String title, @Nullable String organisation, List<Recipient> to) {}

    /**
     * What became of the mail to those of an audience who read one language.
     *
     * @param language its tag
     */
    record Told(Audience audience, String language, Delivery delivery) {}

    /** Those who get all of it; empty when there are only those who get their part. */
    Optional<Audience> everybody() {
        return order.to().isEmpty() ? Optional.empty() : Optional.of(new Audience(job.title(), null, order.to()));
    }

    /** Those who get the part of an organisation. */
    Audience of(String organisation, List<Recipient> to) {
        return new Audience(job.title() + ", " + organisation, organisation, to);
    }

    /** Who they are. */
    MailOrder.Parts parts() {
        return order.parts();
    }

    /**
     * Tells an audience how it ended, each language by a mail of its own.
     *
     * @param course what came before
     * @return what became of the mails; none when there was nothing to say
     * @throws IOException when one can neither be sent nor kept
     */
    List<Told> tell(JobOutcome outcome, Audience audience, Course course) throws IOException {
        boolean isNews = course.turn() == Course.Turn.RECOVERED || outcome.hasSomethingToSay();
        return order.occasion() == Occasion.SOMETHING_TO_SAY && !isNews
                ? List.of()
                : send(new JobNews(outcome, course, order.attach()), audience);
    }

    /** Tells an audience which rows were its organisation's; no file goes with it, for all files have others' rows. */
    List<Told> tellShare(JobOutcome outcome, RowCounts rows, Audience audience) throws IOException {
        Count count = new Count(Count.Extent.OF_AN_ORGANISATION, rows);
        return send(new JobNews(outcome, Course.USUAL, List.of()).about(count), audience);
    }

    private List<Told> send(JobNews news, Audience audience) throws IOException {
        Map<List<String>, List<String>> byLanguages = new LinkedHashMap<>();
        audience.to()
                .forEach(recipient -> byLanguages
                        .computeIfAbsent(languages.of(recipient), key -> new ArrayList<>())
                        .add(recipient.address()));
        Instant now = clock.instant();
        List<Told> told = new ArrayList<>();
        for (Map.Entry<List<String>, List<String>> group : byLanguages.entrySet()) {
            String language = group.getKey().get(0);
            Address address = new Address(order.from(), group.getValue(), order.largest());
            Delivery delivery = post.send(
                    new LetterWriter(Locale.forLanguageTag(language))
                            .write(news.in(group.getKey(), audience.title(), now), address),
                    STAMP.format(now) + "-" + stem());
            told.add(new Told(audience, language, delivery));
        }
        return told;
    }

    private String stem() {
        return job.file().getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9_-]+", "_");
    }
}
