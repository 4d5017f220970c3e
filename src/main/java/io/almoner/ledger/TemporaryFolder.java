package io.almoner.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for its owner only, deleted with all that stands in it on close, or when the process is told to end. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;
    private final Thread atTheEnd = new Thread(this::delete);

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder in(Path parent, String prefix) throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(parent, prefix, Home.only("rwx------")));
        Runtime.getRuntime().addShutdownHook(folder.atTheEnd);
        return folder;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be deleted.", e);
        }
    }
}
