package io.almoner.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text that refuses to give one record more than a limit: an unclosed quote would make the rest of a file one cell. */
final class RecordLimitReader extends FilterReader {

    private static final int MAX_RECORD = 1 << 20;

    private int sinceRecord;

    RecordLimitReader(Reader in) {
        super(in);
    }

    /** To be told after each record. */
    void recordEnded() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        count(0);
        int given = super.read(buffer, offset, length);
        sinceRecord += Math.max(given, 0);
        return given;
    }

    private void count(int characters) throws RecordTooLongException {
        sinceRecord += characters;
        if (sinceRecord > MAX_RECORD) {
            throw new RecordTooLongException();
        }
    }

    static final class RecordTooLongException extends IOException {

        RecordTooLongException() {
            super("a record is longer than " + MAX_RECORD + " characters");
        }
    }
}
