package io.almoner.intake;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A workbook as the user submitted it, to be given back: every part of it is looked at within the limits of reading. */
public final class SubmittedWorkbook implements Closeable {

    private final LocalCopy copy;
    private final String label;
    private final WorkbookTexts texts = new WorkbookTexts();
    private boolean opaque;
    private long bytes;

    private SubmittedWorkbook(Source source) throws IOException {
        this.copy = LocalCopy.of(source);
        this.label = source.label();
    }

    /**
     * Opens the workbook that a table is a sheet of and looks at its parts.
     *
     * @throws UnusableInputException when a part breaks a limit or cannot be read
     */
    public static SubmittedWorkbook open(SourceTable table) throws IOException {
        SubmittedWorkbook workbook = new SubmittedWorkbook(Source.of(table));
        try {
            workbook.look();
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private void look() throws IOException {
        try (Archive archive = Archive.open(copy.file(), label)) {
            for (ZipArchiveEntry entry : archive.entries()) {
                look(archive, entry);
            }
        }
    }

    private void look(Archive archive, ZipArchiveEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        opaque |= name.contains("/embeddings/") || name.contains("vbaproject");
        try (InputStream part = archive.read(entry)) {
            if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
                read(part);
            } else {
                part.transferTo(OutputStream.nullOutputStream());
            }
        }
        bytes += Math.max(0, entry.getSize()); // found true by reading to the end
    }

    private void read(InputStream part) throws IOException {
        try (XmlPart xml = new XmlPart(new BufferedInputStream(part, 1 << 16), label)) {
            texts.read(xml);
        }
    }

    /** The file itself, or a private copy of what lies in an archive; not after closing. */
    public Path file() {
        return copy.file();
    }

    /** Whether a product key stands anywhere in it, or something that cannot be looked into. */
    public boolean mayHoldKeys() {
        return opaque || texts.hasKey();
    }

    /** How many cells its sheets have. */
    public long cells() {
        return texts.cells();
    }

    /** The size of its parts, unpacked. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
