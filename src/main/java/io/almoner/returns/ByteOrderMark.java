package io.almoner.returns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.almoner.intake.SourceTable;

/** The mark at the beginning of a text file by which Excel knows its encoding. */
final class ByteOrderMark {

    /** The character that is the mark, in whatever Unicode encoding it is written. */
    static final char CHARACTER = '\uFEFF';

    /** True when the source begins with the mark of its own encoding. */
    boolean begins(SourceTable table, Charset encoding) throws IOException {
        if (!encoding.name().startsWith("UTF-")) {
            return false;
        }
        byte[] mark = String.valueOf(CHARACTER).getBytes(encoding);
        return Arrays.equals(first(table, mark.length), mark);
    }

    private static byte[] first(SourceTable table, int length) throws IOException {
        if (table.entry() == null) {
            try (InputStream stream = Files.newInputStream(table.path())) {
                return stream.readNBytes(length);
            }
        }
        try (ZipFile archive = new ZipFile(table.path().toFile())) {
            ZipEntry entry = archive.getEntry(table.entry());
            return entry == null ? new byte[0] : archive.getInputStream(entry).readNBytes(length);
        } catch (ZipException e) {
            // an archive that only a lenient reader opens: its tables come back without the mark
            return new byte[0];
        }
    }
}
