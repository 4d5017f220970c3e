package io.almoner.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text without the byte order mark that may stand before it. */
final class MarklessReader extends FilterReader {

    private static final char MARK = '\uFEFF';

    private boolean started;

    MarklessReader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        if (started || character != MARK) {
            started = true;
            return character;
        }
        started = true;
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (started || length == 0) {
            return super.read(buffer, offset, length);
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        buffer[offset] = (char) first;
        return 1;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }
}
