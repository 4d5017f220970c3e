package io.almoner.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP that was written by nobody knows whom: every entry is read within limits, no name in it ever becomes a path, and
 * what cannot be believed is refused.
 */
final class Archive implements Closeable {

    private static final int MAX_ENTRIES = 1_000;

    private final String label;
    private final long bytes;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final AtomicLong total = new AtomicLong();

    private Archive(String label, long bytes, ZipFile zip) {
        this.label = label;
        this.bytes = bytes;
        this.zip = zip;
        this.entries = Collections.list(zip.getEntries());
    }

    /** @param label what the user calls the file */
    static Archive open(Path file, String label) {
        Archive archive;
        try {
            archive = new Archive(
                    label, Files.size(file), ZipFile.builder().setPath(file).get());
        } catch (IOException | RuntimeException e) {
            throw Refusal.DAMAGED.of(label, e);
        }
        try {
            archive.check();
            return archive;
        } catch (UnusableInputException e) {
            archive.close();
            throw e;
        }
    }

    private void check() {
        if (entries.size() > MAX_ENTRIES) {
            throw Refusal.TOO_MANY_ENTRIES.of(label, Integer.toString(entries.size()), Integer.toString(MAX_ENTRIES));
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw Refusal.DUPLICATE_ENTRY.of(label, entry.getName());
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw Refusal.ENCRYPTED.of(label);
            }
        }
    }

    /** What the user calls the file. */
    String label() {
        return label;
    }

    /** Its size as it is packed. */
    long bytes() {
        return bytes;
    }

    List<ZipArchiveEntry> entries() {
        return entries;
    }

    /** Reads an entry from its start; what breaks a limit or the checksum is refused while reading. */
    InputStream read(ZipArchiveEntry entry) throws IOException {
        if (!zip.canReadEntryData(entry)) {
            throw Refusal.DAMAGED.of(label);
        }
        try {
            return new ArchiveEntryInput(zip.getInputStream(entry), entry, this, total);
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED.of(label, e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
