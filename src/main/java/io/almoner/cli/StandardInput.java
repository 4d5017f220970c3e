package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Standard input as a file: sources are read more than once. The file is private and gone after the command. */
final class StandardInput implements AutoCloseable {

    private static final String NAME = "-";

    private final Path home;
    private @Nullable Path folder;

    StandardInput(Path home) {
        this.home = home;
    }

    /** True for {@code -}, also where it has been made absolute. */
    static boolean isNamedBy(Path source) {
        return source.endsWith(NAME);
    }

    /** The sources, with a file in the place of {@code -}. */
    List<Path> replace(List<Path> sources) {
        List<Path> replaced = new ArrayList<>();
        for (Path source : sources) {
            replaced.add(source.toString().equals(NAME) ? file() : source);
        }
        return replaced;
    }

    private Path file() {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory(home, "input");
                Files.copy(System.in, folder.resolve("standard-input"));
            }
            return folder.resolve("standard-input");
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read.", e);
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            try {
                Files.deleteIfExists(folder.resolve("standard-input"));
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The copy of standard input in " + folder + " cannot be deleted.", e);
            }
        }
    }
}
