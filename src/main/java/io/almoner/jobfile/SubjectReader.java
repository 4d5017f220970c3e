package io.almoner.jobfile;

import java.util.ArrayList;
import java.util.List;

import io.almoner.report.Reports;

/** Reads what a job writes: which reports and in which languages, or which layout. */
final class SubjectReader {

    private final JobKind job;
    private final Problems problems;

    SubjectReader(JobKind job, Problems problems) {
        this.job = job;
        this.problems = problems;
    }

    List<String> subjects(Section top) {
        if (job == JobKind.EXPORT) {
            return top.text("layout").map(Section.Text::value).stream().toList();
        }
        List<String> known = new ArrayList<>(Reports.NAMES);
        known.add("all");
        List<String> subjects = new ArrayList<>();
        for (Section.Text text : top.texts("reports")) {
            if (!known.contains(text.value())) {
                problems.add(
                        text.place(),
                        "There is no report " + text.value() + ". " + Words.expected(text.value(), known));
            }
            subjects.add(text.value());
        }
        return subjects;
    }

    List<String> languages(Section top) {
        List<String> languages = new ArrayList<>();
        for (Section.Text text : top.texts("languages")) {
            if (!Form.LANGUAGE.fits(text.value())) {
                problems.add(
                        text.place(),
                        "languages cannot have " + text.value() + ". " + Form.LANGUAGE.expected(text.value()));
            } else if (!languages.contains(text.value())) {
                languages.add(text.value());
            }
        }
        if (top.has("languages")
                && top.section("options")
                        .filter(options -> options.has("language"))
                        .isPresent()) {
            problems.add(top.place("languages"), "languages and the option language cannot both be given.");
        }
        return languages;
    }
}
