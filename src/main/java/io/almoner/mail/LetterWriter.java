package io.almoner.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.returns.Messages;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary;
import io.almoner.rules.Rule;

/** Writes the letter about a job: the result and its counts in the subject, the figures that matter first in the body. */
public final class LetterWriter {

    private static final int FINDINGS_SHOWN = 15;
    private static final long MEGABYTE = 1_000_000;

    private final MailTexts texts;
    private final Messages messages;

    public LetterWriter(Locale language) {
        this.texts = new MailTexts(language);
        this.messages = new Messages(language);
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
        List<Passage> passages = passages(news, enclosures);
        String title = news.title() + ": " + texts.text("status." + news.status());
        Page page = new Page(title, passages, origin(news));
        return new Letter(
                address.from(),
                address.to(),
                subject(news, title),
                new Letter.Body(page.text(), page.html(texts.language())),
                enclosures.attached());
    }

    private String subject(News news, String title) {
        RowCounts rows = news.rows();
        return rows.read() == 0 ? title : title + " - " + texts.text("counts", rows.applied(), rows.rejected());
    }

    private List<Passage> passages(News news, Enclosures enclosures) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(texts.text("heading.rows"), figures(news.rows()), List.of()));
        passages.add(new Passage(texts.text("heading.troubles"), Map.of(), news.troubles()));
        passages.add(new Passage(texts.text("heading.findings"), findings(news.findings()), List.of()));
        passages.add(new Passage(texts.text("heading.moved"), moved(news.moved()), List.of()));
        passages.add(new Passage(texts.text("heading.attached"), Map.of(), names(enclosures.attached())));
        passages.add(new Passage(
                texts.text("heading.named"),
                Map.of(),
                enclosures.named().stream().map(this::tooLarge).toList()));
        passages.add(new Passage(texts.text("heading.next"), Map.of(), next(news)));
        return passages.stream().filter(passage -> !passage.isEmpty()).toList();
    }

    private List<String> next(News news) {
        if (news.status().equals(Summary.Status.FAILED.word())) {
            return List.of(texts.text("next.failed"));
        }
        return news.rows().rejected() > 0 ? List.of(texts.text("next.rejects")) : List.of();
    }

    private String origin(News news) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.language())
                .format(news.day());
        return news.runs().isEmpty()
                ? texts.text("origin", day)
                : texts.text("origin.runs", day, String.join(", ", news.runs()));
    }

    private Map<String, String> figures(RowCounts rows) {
        Map<String, String> figures = new LinkedHashMap<>();
        if (rows.read() > 0) {
            figures.put(texts.text("rows.read"), number(rows.read()));
            figures.put(texts.text("rows.applied"), number(rows.applied()));
            figures.put(texts.text("rows.unchanged"), number(rows.unchanged()));
            figures.put(texts.text("rows.rejected"), number(rows.rejected()));
            figures.put(texts.text("rows.skipped"), number(rows.skipped()));
        }
        return figures;
    }

    private Map<String, String> findings(Map<String, Long> counts) {
        Map<String, String> findings = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(FINDINGS_SHOWN)
                .forEach(count -> findings.put(titled(count.getKey()), number(count.getValue())));
        return findings;
    }

    private String titled(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(code))
                .map(rule -> code + " " + messages.title(rule))
                .findFirst()
                .orElse(code);
    }

    private static Map<String, String> moved(Map<Path, Path> files) {
        Map<String, String> moved = new LinkedHashMap<>();
        files.forEach((from, to) -> moved.put(from.getFileName().toString(), to.toString()));
        return moved;
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
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

    private String number(long value) {
        return NumberFormat.getIntegerInstance(texts.language()).format(value);
    }
}
