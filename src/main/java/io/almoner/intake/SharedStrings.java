package io.almoner.intake;

import java.io.Closeable;

import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook point at. Read only as far as cells ask, because a workbook's header mostly
 * stands at its beginning. The one part of a workbook that memory grows with, so it has a limit of its own.
 */
final class SharedStrings implements Closeable {

    private final String label;
    private final @Nullable XmlPart part;
    private final TextPages texts = new TextPages();
    private final long maxBytes = Runtime.getRuntime().maxMemory() / 2;

    /** @param part the table of texts; null when the workbook has none */
    SharedStrings(@Nullable XmlPart part, String label) {
        this.part = part;
        this.label = label;
    }

    /** The text of that index, counted from 0. */
    String get(int index) {
        while (texts.count() <= index) {
            if (part == null || !readNext(part)) {
                throw Refusal.DAMAGED.of(label);
            }
        }
        if (index < 0) {
            throw Refusal.DAMAGED.of(label);
        }
        return texts.get(index);
    }

    private boolean readNext(XmlPart xml) {
        while (xml.advance()) {
            if (xml.starts("si")) {
                texts.add(RichText.read(xml, "si", label));
                if (texts.length() + (long) Long.BYTES * texts.count() > maxBytes) {
                    throw Refusal.TOO_LARGE.of(label, "sharedStrings.xml");
                }
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (part != null) {
            part.close();
        }
    }
}
