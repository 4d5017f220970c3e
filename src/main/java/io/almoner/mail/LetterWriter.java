package io.almoner.mail;

import java.io.IOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.almoner.mail.News.Count;
import io.almoner.mail.News.Course;
import io.almoner.mail.News.Course.Turn;
import io.almoner.returns.Messages;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary;

/** Writes the letter about a job: the result and its counts in the subject, the figures that matter first in the body. */
public final class LetterWriter {

    private static final long MEGABYTE = 1_000_000;

    private final MailTexts texts;
    private final LetterFigures figures;

    public LetterWriter(Locale language) {
        this.texts = new MailTexts(language);
        this.figures = new LetterFigures(texts, new Messages(language));
    }

    /**
     * Who gets the letter, and how much goes with it.
     *
     * @param from the sender's address; null for the usual one
     * @param to the addresses
     * @param largest how many bytes all attachments may have together
     */
    public record Address(@Nullable String from, List<String> to, long largest) {}

    /**
     * Writes the letter.
     *
     * @throws IOException when a file that is to go with it cannot be read
     */
    public Letter write(News news, Address address) throws IOException {
        Enclosures enclosures = Enclosures.of(news.files(), address.largest());
        String title = title(news);
        Page page = new Page(title, passages(news, enclosures), origin(news));
        return new Letter(
                address.from(),
                address.to(),
                subject(news, title),
                new Letter.Body(page.text(), page.html(texts.language())),
                enclosures.attached());
    }

    private String title(News news) {
        String status = texts.text("status." + news.status());
        return news.title() + ": "
                + (news.course().turn() == Turn.RECOVERED ? texts.text("recovered", status) : status);
    }

    private String subject(News news, String title) {
        RowCounts rows = news.count().rows();
        return rows.read() == 0 ? title : title + " - " + texts.text("counts", rows.applied(), rows.rejected());
    }

    private List<Passage> passages(News news, Enclosures enclosures) {
        List<Passage> passages = new ArrayList<>();
        passages.add(Passage.ofLines(texts.text("heading.recovered"), recovered(news.course())));
        news.reports().forEach(report -> passages.add(figures(report)));
        passages.add(Passage.ofFigures(texts.text("heading.rows"), figures.rows(news.count())));
        passages.add(Passage.ofLines(texts.text("heading.troubles"), troubles(news)));
        passages.add(Passage.ofFigures(texts.text("heading.findings"), figures.findings(news.findings())));
        passages.add(Passage.ofFigures(texts.text("heading.moved"), LetterFigures.moved(news.moved())));
        passages.add(Passage.ofLines(texts.text("heading.attached"), names(enclosures.attached())));
        passages.add(Passage.ofLines(
                texts.text("heading.named"),
                enclosures.named().stream().map(this::tooLarge).toList()));
        passages.add(Passage.ofLines(texts.text("heading.next"), next(news)));
        return passages.stream().filter(passage -> !passage.isEmpty()).toList();
    }

    private List<String> recovered(Course course) {
        return course.turn() == Turn.RECOVERED && course.since() != null
                ? List.of(texts.text("since.recovered", moment(course.since())))
                : List.of();
    }

    private List<String> troubles(News news) {
        Course course = news.course();
        List<String> troubles = new ArrayList<>(news.troubles());
        if (course.turn() == Turn.STILL_WRONG && course.since() != null) {
            troubles.add(texts.text("since.lasting", moment(course.since())));
        }
        if (course.attempts() > 1 && news.status().equals(Summary.Status.FAILED.word())) {
            troubles.add(texts.text("attempts", course.attempts()));
        }
        return troubles;
    }

    private static Passage figures(News.ReportFigures report) {
        String nothing = report.nothing();
        return new Passage(report.title(), report.figures(), nothing == null ? List.of() : List.of(nothing));
    }

    private List<String> next(News news) {
        if (news.status().equals(Summary.Status.FAILED.word())) {
            return List.of(texts.text("next.failed"));
        }
        return isWholeWithRejects(news) ? List.of(texts.text("next.rejects")) : List.of();
    }

    /** Who gets only counts has no file to correct. */
    private static boolean isWholeWithRejects(News news) {
        return news.count().extent() == Count.Extent.EVERY_ROW
                && news.count().rows().rejected() > 0;
    }

    private String origin(News news) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.language())
                .format(news.day());
        return news.runs().isEmpty()
                ? texts.text("origin", day)
                : texts.text("origin.runs", day, String.join(", ", news.runs()));
    }

    private static List<String> names(List<Attachment> attached) {
        return attached.stream().map(Attachment::name).toList();
    }

    private String tooLarge(Enclosures.Named named) {
        NumberFormat megabytes = NumberFormat.getNumberInstance(texts.language());
        megabytes.setMaximumFractionDigits(1);
        return texts.text(
                "tooLarge",
                named.file().getFileName(),
                megabytes.format((double) named.size() / MEGABYTE),
                named.file());
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(texts.language())
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }
}
