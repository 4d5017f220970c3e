package io.almoner.jobfile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Paths and the other texts in which variables of the environment may stand. */
record Paths(Path folder, Variables variables, Problems problems) {

    Optional<Path> path(Section.Text text) {
        return filled(text).flatMap(filled -> {
            try {
                return Optional.of(folder.resolve(filled).normalize());
            } catch (InvalidPathException e) {
                problems.add(text.place(), filled + " is not a path: " + e.getReason() + ".");
                return Optional.empty();
            }
        });
    }

    Optional<String> filled(Section.Text text) {
        List<String> lacking = List.copyOf(variables.lacking(text.value()));
        if (!lacking.isEmpty()) {
            problems.add(text.place(), "The environment has no " + String.join(", ", lacking) + ".");
            return Optional.empty();
        }
        String filled = variables.filled(text.value());
        if (Variables.standIn(text.value()) && filled.equals(text.value())) {
            problems.add(text.place(), "A variable of the environment is written ${NAME}, not " + text.value() + ".");
            return Optional.empty();
        }
        return Optional.of(filled);
    }
}
