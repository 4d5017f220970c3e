package io.almoner.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A source as a file, which workbooks need: itself, or a private temporary copy that is deleted on close. */
final class LocalCopy implements Closeable {

    private final Source source;
    private final Path file;

    private LocalCopy(Source source, Path file) {
        this.source = source;
        this.file = file;
    }

    static LocalCopy of(Source source) throws IOException {
        if (source.entry() == null) {
            return new LocalCopy(source, source.path());
        }
        Path copy = Files.createTempFile("almoner-", ".part");
        LocalCopy local = new LocalCopy(source, copy);
        try (InputStream in = source.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return local;
        } catch (IOException | RuntimeException e) {
            local.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (source.entry() != null) {
            Files.deleteIfExists(file);
        }
    }
}
