package io.almoner.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where the header of a text file stands and how its cells are parted.
 *
 * @param start characters before the header: a title, a {@code sep=} line
 * @param line the header's line, the file's first being 1
 * @param row the header's row as its user counts: 1, or 2 below the version row of a template; titles do not count
 * @param delimiter between cells
 * @param match what the header means
 */
record CsvHead(int start, int line, int row, char delimiter, HeaderMatch match) {

    /** Characters that are looked at: a title and the widest header. */
    private static final int SIZE = 1 << 18;

    private static final int MAX_TITLE_LINES = 20;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?\\R?", Pattern.CASE_INSENSITIVE);

    /** The best header among the first lines; empty when the file holds nothing but white space. */
    static Optional<CsvHead> of(Source source, Charset encoding, @Nullable Character delimiter, HeaderMatcher matcher)
            throws IOException {
        String text = text(source, encoding);
        Matcher separator = SEPARATOR_LINE.matcher(text);
        boolean declared = separator.lookingAt();
        List<Character> delimiters = delimiter != null
                ? List.of(delimiter)
                : declared ? List.of(separator.group(1).charAt(0)) : DELIMITERS;
        int[] starts = lineStarts(text);
        return IntStream.range(declared ? 1 : 0, starts.length)
                .boxed()
                .filter(line -> !lineIsBlank(text, starts[line]))
                .limit(MAX_TITLE_LINES)
                .flatMap(line -> delimiters.stream().flatMap(parted -> {
                    Optional<List<String>> cells = cells(text.substring(starts[line]), parted, source);
                    return cells.stream()
                            .map(row ->
                                    new CsvHead(starts[line], line + 1, 1, parted, matcher.best(row, source.name())));
                }))
                .max(earliestBest())
                .map(head -> head.counted(text, starts));
    }

    private CsvHead counted(String text, int[] starts) {
        boolean belowVersion = IntStream.range(0, line - 1).anyMatch(above -> isVersion(text, starts[above]));
        return belowVersion ? new CsvHead(start, line, row + 1, delimiter, match) : this;
    }

    /** Judged by the first cell, quoted or not, without the empty ones after it. */
    private boolean isVersion(String text, int from) {
        int end = from;
        while (end < start && text.charAt(end) != delimiter && !endsLine(text, end)) {
            end++;
        }
        return RowKinds.isVersion(text.substring(from, end).replace("\"", ""));
    }

    /** Of equals the first: {@code max} would give the last. */
    private static Comparator<CsvHead> earliestBest() {
        return Comparator.<CsvHead>comparingInt(head -> head.match().recognised() == 0
                        ? Integer.MIN_VALUE
                        : head.match().score())
                .thenComparing(CsvHead::line, Comparator.reverseOrder())
                .thenComparing(head -> DELIMITERS.indexOf(head.delimiter()), Comparator.reverseOrder());
    }

    private static Optional<List<String>> cells(String text, char delimiter, Source source) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CsvDialect.of(delimiter))) {
            Stream<CSVRecord> first = parser.stream().limit(1);
            Optional<List<String>> cells = first.findFirst().map(row -> Arrays.asList(row.values()));
            if (cells.isPresent() && cells.get().size() > CsvDialect.MAX_COLUMNS) {
                throw Refusal.TOO_WIDE.of(source.label(), Integer.toString(CsvDialect.MAX_COLUMNS));
            }
            return cells;
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static int[] lineStarts(String text) {
        return IntStream.concat(
                        IntStream.of(0), IntStream.range(1, text.length()).filter(i -> endsLine(text, i - 1)))
                .limit(MAX_TITLE_LINES * 4L)
                .toArray();
    }

    private static boolean endsLine(String text, int at) {
        char character = text.charAt(at);
        return character == '\n' || (character == '\r' && text.charAt(at + 1) != '\n');
    }

    private static boolean lineIsBlank(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r') {
                return true;
            }
            if (!Character.isWhitespace(character)) {
                return false;
            }
        }
        return true;
    }

    private static String text(Source source, Charset encoding) throws IOException {
        char[] buffer = new char[SIZE];
        int length = 0;
        try (Reader reader = reader(source, encoding)) {
            for (int count = 0; count >= 0 && length < SIZE; count = reader.read(buffer, length, SIZE - length)) {
                length += count;
            }
        }
        return new String(buffer, 0, length);
    }

    /** The text without its byte order mark. */
    static Reader reader(Source source, Charset encoding) throws IOException {
        return new MarklessReader(new InputStreamReader(source.open(), StrictDecoding.decoder(encoding)));
    }
}
