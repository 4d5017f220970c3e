package io.almoner.jobfile;

import java.nio.file.Path;
import java.util.List;

/** A job file that cannot be used as it is. */
public final class JobFileException extends RuntimeException {

    private final transient Path file;
    private final transient List<Problem> problems;

    JobFileException(Path file, List<Problem> problems) {
        super(problems.get(0).place().in(file) + ": " + problems.get(0).sentence());
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** The file, as it was named. */
    public Path file() {
        return file;
    }

    /** All that is wrong in it, in the order of the file; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
