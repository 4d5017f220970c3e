package io.almoner.jobfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads a job file after the schema that {@code jobs/README.md} documents. */
final class JobFileReader {

    static final List<String> WORDS = List.of(
            "job",
            "about",
            "home",
            "folder",
            "as",
            "sources",
            "reports",
            "languages",
            "layout",
            "options",
            "retry",
            "mail",
            "schedule");

    private final Path file;
    private final Variables variables;
    private final Problems problems;

    JobFileReader(Path file, Variables variables) {
        this.file = file;
        this.variables = variables;
        this.problems = new Problems(file);
    }

    JobFile read() {
        Section top = new Section(new YamlFile(file, problems).parsed(), "A job file", problems);
        top.allow(WORDS);
        top.require("job", "one of " + String.join(", ", JobKind.words()));
        Optional<JobKind> job = top.text("job").flatMap(this::job);
        if (job.isEmpty()) {
            throw problems.exception();
        }
        JobFile read = read(top, job.get());
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return read;
    }

    private JobFile read(Section top, JobKind job) {
        Paths paths = new Paths(folder(top), variables, problems);
        List<SourceOrder> sources = List.of();
        List<String> subjects = List.of();
        String subject = subject(job);
        if (job != JobKind.RECONCILE) {
            top.require(subject, "what this job is about");
        }
        if (job == JobKind.RECONCILE) {
            sources = top.words().contains("sources") ? new SourceReader(paths, problems).read(top) : List.of();
        } else if (job.readsRows()) {
            top.require("as", "the acting user, for example admin@contoso.example");
            sources = new SourceReader(paths, problems).read(top);
        } else {
            refuse(top, "as", job);
            subjects = new SubjectReader(job, problems).subjects(top);
        }
        List.of("sources", "reports", "layout").stream()
                .filter(word -> !word.equals(subject))
                .forEach(word -> refuse(top, word, job));
        if (job != JobKind.REPORT) {
            refuse(top, "languages", job);
        }
        return new JobFile(
                file,
                job,
                top.place(subject),
                top.text("about").map(Section.Text::value).orElse(job.word() + ", " + file.getFileName()),
                path(top, "home", paths),
                actingUser(top, paths),
                sources,
                subjects,
                new SubjectReader(job, problems).languages(top),
                top.section("options")
                        .map(section -> new OptionReader(job, paths, problems).read(section))
                        .orElse(Map.of()),
                top.section("retry").map(new RetryReader(problems)::read).orElse(Retry.NEVER),
                top.section("mail")
                        .map(section -> new MailReader(job, paths, problems).read(section))
                        .orElse(null),
                top.section("schedule")
                        .flatMap(section -> new ScheduleReader(problems).read(section))
                        .orElse(null));
    }

    private static String subject(JobKind job) {
        return switch (job) {
            case MIGRATE, ASSIGN, RECONCILE -> "sources";
            case REPORT -> "reports";
            case EXPORT -> "layout";
        };
    }

    private static void refuse(Section top, String word, JobKind job) {
        top.refuse(word, word + " has no meaning in a job of the kind " + job.word() + ".");
    }

    private Optional<JobKind> job(Section.Text text) {
        Optional<JobKind> known = JobKind.of(text.value());
        if (known.isEmpty()) {
            problems.add(
                    text.place(),
                    "There is no job " + text.value() + ". " + Words.expected(text.value(), JobKind.words()));
        }
        return known;
    }

    /** What relative paths begin at: the job file's own folder, or what it names from there. */
    private Path folder(Section top) {
        Path own = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElse(file.toAbsolutePath().getRoot());
        return Optional.ofNullable(path(top, "folder", new Paths(own, variables, problems)))
                .orElse(own);
    }

    private static @Nullable Path path(Section section, String word, Paths paths) {
        return section.text(word).flatMap(paths::path).orElse(null);
    }

    private @Nullable String actingUser(Section top, Paths paths) {
        Optional<Section.Text> given = top.text("as");
        Optional<String> user = given.flatMap(paths::filled);
        user.filter(name -> !name.contains("@"))
                .ifPresent(name -> problems.add(
                        top.place("as"),
                        "as has to be the acting user's e-mail address, for example admin@contoso.example."));
        return user.orElse(null);
    }
}
