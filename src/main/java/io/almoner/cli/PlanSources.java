package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of what a plan was made of. */
final class PlanSources {

    private PlanSources() {}

    /** The file itself, or the visible files of a folder in the order of their names; all absolute. */
    static List<Path> files(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(source.toAbsolutePath().normalize());
        }
        try (Stream<Path> children = Files.list(source)) {
            return children.filter(Files::isRegularFile)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .map(child -> child.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        }
    }
}
