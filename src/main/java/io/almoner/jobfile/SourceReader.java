package io.almoner.jobfile;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobfile.SourceOrder.Moves;
import io.almoner.jobfile.SourceOrder.Named;

/** Reads the {@code sources} of a job file. */
final class SourceReader {

    static final List<String> WORDS = List.of("folder", "pattern", "take", "done", "rejected");

    private final Paths paths;
    private final Problems problems;

    SourceReader(Paths paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    List<SourceOrder> read(Section top) {
        List<SourceOrder> sources = new ArrayList<>();
        for (Node item : top.items("sources")) {
            source(item, top).ifPresent(sources::add);
        }
        boolean isInbox =
                sources.stream().anyMatch(source -> source instanceof Matching files && files.moves() != null);
        if (isInbox && sources.size() > 1) {
            problems.add(
                    top.place("sources"),
                    "A source whose files are moved to done and rejected has to be the only one of its job.");
        }
        return sources;
    }

    private Optional<SourceOrder> source(Node item, Section top) {
        if (item instanceof MappingNode) {
            return matching(new Section(item, "A source", problems));
        }
        return top.text(item, "sources").flatMap(paths::path).map(Named::new);
    }

    private Optional<SourceOrder> matching(Section section) {
        section.allow(WORDS);
        section.require("folder", "where the files are");
        Optional<Path> folder = section.text("folder").flatMap(paths::path);
        String pattern = section.text("pattern").map(this::pattern).orElse("*");
        Take take = section.text("take").map(this::take).orElse(Take.ALL);
        Moves moves = moves(section);
        return folder.map(where -> new Matching(where, pattern, take, moves, section.place("folder")));
    }

    private String pattern(Section.Text text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text.value());
            if (text.value().contains("/") || text.value().contains("${")) {
                problems.add(text.place(), "pattern is for names alone, such as *.xlsx; the folder stands in folder.");
            }
        } catch (PatternSyntaxException e) {
            problems.add(text.place(), "pattern cannot be " + text.value() + ": " + e.getDescription() + ".");
        }
        return text.value();
    }

    private Take take(Section.Text text) {
        return Arrays.stream(Take.values())
                .filter(take -> word(take).equals(text.value()))
                .findFirst()
                .orElseGet(() -> {
                    List<String> known =
                            Arrays.stream(Take.values()).map(SourceReader::word).toList();
                    problems.add(
                            text.place(),
                            "take cannot be " + text.value() + ". " + Words.expected(text.value(), known));
                    return Take.ALL;
                });
    }

    private static String word(Take take) {
        return take.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Moves moves(Section section) {
        if (section.has("done") != section.has("rejected")) {
            section.require("done", "where files go that were processed without rejects");
            section.require("rejected", "where files go that come back");
        }
        Optional<Path> done = section.text("done").flatMap(paths::path);
        Optional<Path> rejected = section.text("rejected").flatMap(paths::path);
        return done.isPresent() && rejected.isPresent() ? new Moves(done.get(), rejected.get()) : null;
    }
}
