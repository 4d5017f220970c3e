package io.almoner.drift;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma separated values. */
final class Csv {

    private Csv() {}

    static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
