package io.almoner.jobfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.almoner.book.Role;
import io.almoner.jobfile.MailOrder.Attached;
import io.almoner.jobfile.MailOrder.Occasion;
import io.almoner.jobfile.MailOrder.Repeat;

/** Reads the {@code mail} of a job file. */
final class MailReader {

    static final List<String> WORDS =
            List.of("to", "role", "organisations", "from", "when", "repeat", "attach", "largest");

    private static final long USUAL = 10_000_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) ?(kB|MB)");
    private final JobKind job;
    private final RecipientReader recipients;
    private final Problems problems;

    MailReader(JobKind job, Paths paths, Problems problems) {
        this.job = job;
        this.recipients = new RecipientReader(paths, problems);
        this.problems = problems;
    }

    MailOrder read(Section section) {
        section.allow(WORDS);
        if (job == JobKind.EXPORT) {
            List.of("role", "organisations")
                    .forEach(word ->
                            section.refuse(word, word + " has no meaning in a job of the kind " + job.word() + "."));
        }
        if (!section.has("role") && !section.has("organisations")) {
            section.require("to", "the addresses that are told");
        }
        return new MailOrder(
                recipients.read(section, "to"),
                parts(section),
                section.text("from").flatMap(recipients::address).orElse(null),
                one(section, "when", Occasion.ALWAYS),
                one(section, "repeat", Repeat.DAILY),
                attach(section),
                section.text("largest").map(this::size).orElse(USUAL));
    }

    private MailOrder.Parts parts(Section section) {
        return new MailOrder.Parts(
                section.text("role").flatMap(this::role).orElse(null),
                section.section("organisations").map(recipients::byOrganisation).orElse(Map.of()));
    }

    private List<Attached> attach(Section section) {
        return section.has("attach")
                ? section.texts("attach").stream()
                        .flatMap(text -> choice(text, "attach", Attached.values()).stream())
                        .toList()
                : List.of(Attached.values());
    }

    private <E extends Enum<E>> E one(Section section, String word, E usual) {
        return section.text(word)
                .flatMap(text -> choice(text, word, usual.getDeclaringClass().getEnumConstants()))
                .orElse(usual);
    }

    /** Only roles that may see benefits: what others would get is not for them. */
    private Optional<Role> role(Section.Text text) {
        return choice(text, "role", Role.SEE_BENEFITS.stream().sorted().toArray(Role[]::new));
    }

    private <E extends Enum<E>> Optional<E> choice(Section.Text text, String word, E[] constants) {
        Optional<E> chosen = Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text.value()))
                .findFirst();
        if (chosen.isEmpty()) {
            List<String> known = Arrays.stream(constants).map(MailReader::word).toList();
            problems.add(
                    text.place(), word + " cannot be " + text.value() + ". " + Words.expected(text.value(), known));
        }
        return chosen;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private long size(Section.Text text) {
        Matcher size = SIZE.matcher(text.value());
        if (!size.matches()) {
            problems.add(
                    text.place(), "largest cannot be " + text.value() + ". Expected: a size such as 500 kB or 10 MB.");
            return USUAL;
        }
        return Long.parseLong(size.group(1)) * (size.group(2).equals("MB") ? 1_000_000 : 1_000);
    }
}
