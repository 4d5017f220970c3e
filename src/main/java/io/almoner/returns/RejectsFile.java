package io.almoner.returns;

import java.nio.charset.Charset;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A rejects file that was written.
 *
 * @param path where it stands, absolute
 * @param rows how many refused rows it gives back
 * @param encoding what a text file is written in; null for a workbook
 * @param reencoded whether that is another encoding than the source's, because the source's lacks a character; people
 *     are to be told
 */
public record RejectsFile(Path path, long rows, @Nullable Charset encoding, boolean reencoded) {}
