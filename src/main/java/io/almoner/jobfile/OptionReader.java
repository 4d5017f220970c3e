package io.almoner.jobfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the {@code options} of a job file. */
final class OptionReader {

    private final JobKind job;
    private final Paths paths;
    private final Problems problems;

    OptionReader(JobKind job, Paths paths, Problems problems) {
        this.job = job;
        this.paths = paths;
        this.problems = problems;
    }

    Map<JobOption, String> read(Section section) {
        Map<JobOption, String> options = new EnumMap<>(JobOption.class);
        List<String> known = new ArrayList<>(JobOption.words(job));
        for (String word : section.words()) {
            JobOption.of(word).ifPresent(option -> {
                if (option.fits(job)) {
                    value(section, option).ifPresent(value -> options.put(option, value));
                } else {
                    section.refuse(word, word + " has no meaning in a job of the kind " + job.word() + ".");
                    known.add(word);
                }
            });
        }
        section.allow(known);
        return options;
    }

    private Optional<String> value(Section section, JobOption option) {
        Form form = option.form(job);
        if (form == Form.PATH) {
            return section.text(option.word()).flatMap(paths::path).map(Path::toString);
        }
        List<Section.Text> texts = form.takesSeveral()
                ? section.texts(option.word())
                : section.text(option.word()).map(List::of).orElse(List.of());
        texts.forEach(text -> check(text, option, form));
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.stream()
                        .map(Section.Text::value)
                        .collect(Collectors.joining(option.isRepeated() ? JobOption.SEPARATOR : ",")));
    }

    private void check(Section.Text text, JobOption option, Form form) {
        if (Variables.standIn(text.value())) {
            problems.add(text.place(), option.word() + " takes no variables of the environment.");
        } else if (!form.fits(text.value())) {
            problems.add(
                    text.place(), option.word() + " cannot be " + text.value() + ". " + form.expected(text.value()));
        }
    }
}
