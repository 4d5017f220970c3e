package io.almoner.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a text file below its header, streamed. */
final class CsvRows implements RowSource {

    private final String label;
    private final CsvHead head;
    private final RecordLimitReader limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final FormulaGuard formulas = new FormulaGuard();

    private CsvRows(String label, CsvHead head, RecordLimitReader limit) throws IOException {
        this.label = label;
        this.head = head;
        this.limit = limit;
        this.parser = CSVParser.parse(limit, CsvDialect.of(head.delimiter()));
        this.records = parser.iterator();
    }

    static CsvRows open(Source source, Charset encoding, CsvHead head) throws IOException {
        RecordLimitReader limit = new RecordLimitReader(CsvHead.reader(source, encoding));
        try {
            skip(limit, head.start());
            CsvRows rows = new CsvRows(source.label(), head, limit);
            rows.record();
            return rows;
        } catch (IOException | RuntimeException e) {
            limit.close();
            throw e;
        }
    }

    private static void skip(RecordLimitReader reader, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            reader.read();
        }
        reader.recordEnded();
    }

    @Override
    public @Nullable Row next() {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        String[] cells = record.values();
        if (cells.length > CsvDialect.MAX_COLUMNS) {
            throw Refusal.TOO_WIDE.of(label, Integer.toString(CsvDialect.MAX_COLUMNS));
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = formulas.unguard(cells[i]);
        }
        return new Row(head.row() - 1 + (int) record.getRecordNumber(), Row.Kind.DATA, Arrays.asList(cells), Map.of());
    }

    private @Nullable CSVRecord record() {
        long line = head.line() + parser.getCurrentLineNumber();
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            limit.recordEnded();
            return record;
        } catch (UncheckedIOException e) {
            throw refusal(e.getCause(), Long.toString(line));
        }
    }

    private UnusableInputException refusal(@Nullable Throwable cause, String line) {
        if (cause instanceof RecordLimitReader.RecordTooLongException || reachedTheEnd(cause)) {
            return Refusal.UNCLOSED_QUOTE.of(label, cause, line);
        }
        if (cause instanceof CharacterCodingException) {
            return Refusal.DAMAGED.of(label, cause);
        }
        return cause instanceof CSVException
                ? Refusal.MISPLACED_QUOTE.of(label, cause, line)
                : Refusal.NOT_READABLE.of(label, cause);
    }

    private static boolean reachedTheEnd(@Nullable Throwable cause) {
        return cause instanceof CSVException
                && String.valueOf(cause.getMessage()).contains("EOF");
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
