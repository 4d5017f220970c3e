package io.almoner.jobfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.almoner.book.Role;
import io.almoner.jobfile.MailOrder.Attached;
import io.almoner.jobfile.MailOrder.Occasion;

/** Reads the {@code mail} of a job file. */
final class MailReader {

    static final List<String> WORDS = List.of("to", "role", "from", "when", "attach", "largest");

    private static final long USUAL = 10_000_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) ?(kB|MB)");
    private static final Predicate<String> ADDRESS =
            Pattern.compile("[^\\s@<>(),;:\"\\\\]+@[A-Za-z0-9.-]+").asMatchPredicate();

    private final JobKind job;
    private final Paths paths;
    private final Problems problems;

    MailReader(JobKind job, Paths paths, Problems problems) {
        this.job = job;
        this.paths = paths;
        this.problems = problems;
    }

    MailOrder read(Section section) {
        section.allow(WORDS);
        if (job != JobKind.REPORT) {
            section.refuse("role", "role has no meaning in a job of the kind " + job.word() + ".");
        }
        if (!section.has("role")) {
            section.require("to", "the addresses that are told");
        }
        List<String> to = section.texts("to").stream()
                .flatMap(text -> address(text).stream())
                .toList();
        Occasion occasion = section.text("when")
                .flatMap(text -> choice(text, "when", Occasion.values()))
                .orElse(Occasion.ALWAYS);
        List<Attached> attach = section.has("attach")
                ? section.texts("attach").stream()
                        .flatMap(text -> choice(text, "attach", Attached.values()).stream())
                        .toList()
                : List.of(Attached.values());
        return new MailOrder(
                to,
                section.text("role").flatMap(this::role).orElse(null),
                section.text("from").flatMap(this::address).orElse(null),
                occasion,
                attach,
                section.text("largest").map(this::size).orElse(USUAL));
    }

    /** Only roles that may see benefits: what others would get is not for them. */
    private Optional<Role> role(Section.Text text) {
        return choice(text, "role", Role.SEE_BENEFITS.stream().sorted().toArray(Role[]::new));
    }

    private Optional<String> address(Section.Text text) {
        Optional<String> address = paths.filled(text);
        address.filter(ADDRESS.negate())
                .ifPresent(wrong -> problems.add(
                        text.place(), wrong + " is not an e-mail address such as it.team@contoso.example."));
        return address;
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
