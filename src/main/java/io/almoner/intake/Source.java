package io.almoner.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be read again from their start: a file, or an entry of a ZIP.
 *
 * @param entry the entry's full name; null for the file itself
 */
record Source(Path path, @Nullable String entry) {

    static Source of(SourceTable table) {
        return new Source(table.path(), table.entry());
    }

    /** What the user calls it: the last part of the file's or the entry's name. */
    String name() {
        if (entry == null) {
            return String.valueOf(path.getFileName());
        }
        String forward = entry.replace('\\', '/');
        return forward.substring(forward.lastIndexOf('/') + 1);
    }

    /** What messages call it: the path, and the entry in it. */
    String label() {
        return entry == null ? path.toString() : path + "!" + entry;
    }

    InputStream open() throws IOException {
        return entry == null ? Files.newInputStream(path) : openEntry(entry);
    }

    private InputStream openEntry(String name) throws IOException {
        Archive archive = Archive.open(path, path.toString());
        try {
            ZipArchiveEntry found = archive.entries().stream()
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.MISSING_FILE.of(label()));
            return new Closing(archive.read(found), archive);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Closes the archive with its only open entry. */
    private static final class Closing extends FilterInputStream {

        private final Archive archive;

        Closing(InputStream in, Archive archive) {
            super(in);
            this.archive = archive;
        }

        @Override
        public void close() throws IOException {
            try (archive) {
                super.close();
            }
        }
    }
}
