package io.almoner.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.almoner.intake.ReadOptions;

/** The options that help where detection of a file's form does not do. */
final class ReadingSettings {

    private static final Map<String, Character> NAMED_DELIMITERS =
            Map.of("tab", '\t', "\\t", '\t', "comma", ',', "semicolon", ';', "pipe", '|');

    @Option(names = "--encoding", paramLabel = "NAME", description = "of text files, e.g. UTF-8, GB18030, windows-1252")
    private @Nullable String encoding;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "of text files: , ; | or tab")
    private @Nullable String delimiter;

    @Option(names = "--sheet", paramLabel = "NAME", description = "the only sheet of a workbook to be read")
    private @Nullable String sheet;

    /** Takes over what a plan or an earlier run was given. */
    void restore(SortedMap<String, String> given) {
        encoding = given.get("encoding");
        delimiter = given.get("delimiter");
        sheet = given.get("sheet");
    }

    /** Adds the options as given, those that make a command the same. */
    void addTo(SortedMap<String, String> given) {
        if (encoding != null) {
            given.put("encoding", encoding);
        }
        if (delimiter != null) {
            given.put("delimiter", delimiter);
        }
        if (sheet != null) {
            given.put("sheet", sheet);
        }
    }

    /** @throws UsageException when one cannot be understood */
    ReadOptions options() {
        return new ReadOptions(charset(), character(), sheet);
    }

    private @Nullable Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UsageException("--encoding " + encoding + " is not known. Try UTF-8, GB18030 or windows-1252.");
        }
    }

    private @Nullable Character character() {
        if (delimiter == null) {
            return null;
        }
        if (delimiter.length() == 1) {
            return delimiter.charAt(0);
        }
        Character named = NAMED_DELIMITERS.get(delimiter);
        if (named == null) {
            throw new UsageException("--delimiter " + delimiter + " is not one character. Use , ; | or tab.");
        }
        return named;
    }
}
