package io.almoner.intake;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * Where detection needs help; every part is null unless the user gave it.
 *
 * @param encoding of text files
 * @param delimiter of text files
 * @param sheet the only sheet to read of a workbook, by name
 */
public record ReadOptions(
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        @Nullable String sheet) {

    /** Everything is detected. */
    public static final ReadOptions DETECT = new ReadOptions(null, null, null);
}
