package io.almoner.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first lines of a file that are not plain ASCII: only they tell encodings apart. */
final class ForeignLines {

    private static final int MOST = 1 << 16;

    private ForeignLines() {}

    /** Those lines as they stand in the file, 64 KiB of them or little more. */
    static byte[] of(Source source) throws IOException {
        Collector lines = new Collector();
        byte[] buffer = new byte[MOST];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0 && !lines.isFull(); count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    lines.add(buffer[i]);
                }
            }
        }
        lines.endLine();
        return lines.kept.toByteArray();
    }

    private static final class Collector {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean foreign;

        void add(byte value) {
            foreign |= value < 0;
            line.write(value);
            if (value == '\n' || line.size() >= MOST) {
                endLine();
            }
        }

        void endLine() {
            if (foreign) {
                kept.writeBytes(line.toByteArray());
            }
            line.reset();
            foreign = false;
        }

        boolean isFull() {
            return kept.size() >= MOST;
        }
    }
}
