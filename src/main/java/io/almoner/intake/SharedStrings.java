package io.almoner.intake;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook point at. Read only as far as cells ask, because a workbook's header mostly
 * stands at its beginning, and kept as UTF-8, which takes a third of what strings would.
 */
final class SharedStrings implements Closeable {

    /** Texts of all cells of a full sheet; more is refused rather than kept. */
    private static final int MAX_BYTES = 1 << 29;

    private final String label;
    private final @Nullable XmlPart part;
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    /** @param part the table of texts; null when the workbook has none */
    SharedStrings(@Nullable XmlPart part, String label) {
        this.part = part;
        this.label = label;
    }

    /** The text of that index, counted from 0. */
    String get(int index) {
        while (count <= index) {
            if (index < 0 || part == null || !readNext(part)) {
                throw Refusal.DAMAGED.of(label);
            }
        }
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    private boolean readNext(XmlPart xml) {
        while (xml.advance()) {
            if (xml.starts("si")) {
                add(RichText.read(xml, "si", label).getBytes(StandardCharsets.UTF_8));
                return true;
            }
        }
        return false;
    }

    private void add(byte[] text) {
        int start = count == 0 ? 0 : ends[count - 1];
        int end = start + text.length;
        if (end > MAX_BYTES) {
            throw Refusal.TOO_LARGE.of(label, "sharedStrings");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        System.arraycopy(text, 0, bytes, start, text.length);
        ends[count++] = end;
    }

    @Override
    public void close() {
        if (part != null) {
            part.close();
        }
    }
}
