package io.almoner.jobfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong in one job file, so that it is put right in one go. */
final class Problems {

    private static final Comparator<Problem> IN_FILE_ORDER = Comparator.comparingInt(
                    (Problem problem) -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(Place place, String sentence) {
        problems.add(new Problem(place, sentence));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    JobFileException exception() {
        return new JobFileException(
                file, problems.stream().sorted(IN_FILE_ORDER).toList());
    }
}
