package io.almoner.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The bytes of one ZIP entry, counted and summed: a bomb is refused on the way, a damaged entry at its end. */
final class ArchiveEntryInput extends FilterInputStream {

    private static final long MAX_ENTRY_BYTES = 4L << 30;
    private static final long MAX_TOTAL_BYTES = 8L << 30;

    /** Spreadsheets of much emptiness reach 100; deflate itself ends at 1,032. */
    private static final long MAX_RATIO = 200;

    /** Below this no ratio is a danger. */
    private static final long HARMLESS_BYTES = 1L << 20;

    private final ZipArchiveEntry entry;
    private final long packedBytes;
    private final String label;
    private final AtomicLong total;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    /**
     * @param archive what the entry belongs to
     * @param total what was read of the whole archive, shared by its entries
     */
    ArchiveEntryInput(InputStream in, ZipArchiveEntry entry, Archive archive, AtomicLong total) {
        super(in);
        this.entry = entry;
        this.label = archive.label();
        this.total = total;
        // the directory of an archive can claim anything; the file's size is a fact
        this.packedBytes = Math.min(Math.max(1, entry.getCompressedSize()), archive.bytes());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            verify();
            return count;
        }
        checksum.update(buffer, offset, count);
        bytes += count;
        limit(total.addAndGet(count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Math.max(count, 0), FileKind.HEAD)];
        return buffer.length == 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void limit(long sum) {
        if (bytes > MAX_ENTRY_BYTES || sum > MAX_TOTAL_BYTES) {
            throw Refusal.TOO_LARGE.of(label, entry.getName());
        }
        if (bytes > HARMLESS_BYTES && bytes / MAX_RATIO > packedBytes) {
            throw Refusal.BOMB.of(label, entry.getName());
        }
    }

    private void verify() {
        boolean sizeIsWrong = entry.getSize() >= 0 && entry.getSize() != bytes;
        boolean sumIsWrong = entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue();
        if (sizeIsWrong || sumIsWrong) {
            throw Refusal.DAMAGED.of(label);
        }
    }
}
