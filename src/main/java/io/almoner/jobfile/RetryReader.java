package io.almoner.jobfile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code retry} of a job file. */
final class RetryReader {

    static final List<String> WORDS = List.of("attempts", "wait");

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(5);
    private static final Pattern ATTEMPTS = Pattern.compile("[2-9]|10");
    private static final Pattern PAUSE = Pattern.compile("(\\d{1,3}) ?([smh])");

    private final Problems problems;

    RetryReader(Problems problems) {
        this.problems = problems;
    }

    Retry read(Section section) {
        section.allow(WORDS);
        section.require("attempts", "how often it is tried in all, such as 3");
        return new Retry(
                section.text("attempts").flatMap(this::attempts).orElse(1),
                section.text("wait").flatMap(this::pause).orElse(USUAL_PAUSE));
    }

    private Optional<Integer> attempts(Section.Text text) {
        if (ATTEMPTS.matcher(text.value()).matches()) {
            return Optional.of(Integer.valueOf(text.value()));
        }
        problems.add(text.place(), "attempts cannot be " + text.value() + ". Expected: a number from 2 to 10.");
        return Optional.empty();
    }

    private Optional<Duration> pause(Section.Text text) {
        Matcher pause = PAUSE.matcher(text.value());
        if (!pause.matches()) {
            problems.add(text.place(), "wait cannot be " + text.value() + ". Expected: a time such as 30s, 5m or 1h.");
            return Optional.empty();
        }
        long number = Long.parseLong(pause.group(1));
        return Optional.of(
                switch (pause.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
