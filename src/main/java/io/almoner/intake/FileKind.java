package io.almoner.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its first bytes; its name is not asked. */
enum FileKind {
    EMPTY,
    /** A ZIP archive or a workbook inside one. */
    ZIP,
    /** The container of old Excel files and of encrypted new ones. */
    OLE2,
    WEB_PAGE,
    XML,
    BINARY,
    /** Anything else: text in some encoding, or bytes that no encoding explains. */
    TEXT;

    /** Enough to see a title and a comment before the first tag. */
    static final int HEAD = 8192;

    private static final byte[] OLE2_MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final List<byte[]> BINARY_MAGIC = List.of(
            ascii("%PDF-"),
            ascii("{\\rtf"),
            ascii("Rar!"),
            ascii("GIF8"),
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    private static final Pattern NESTED = Pattern.compile("<[^<>]+>\\s*<");

    /** What a document quotes says nothing of what it is itself. */
    private static final Pattern QUOTED = Pattern.compile("<!\\[cdata\\[.*?(]]>|$)", Pattern.DOTALL);

    private static final List<String> WEB_MARKS = List.of("<!doctype html", "<html", "<table", "<head", "<body");

    static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, ascii("PK\3\4")) || startsWith(head, ascii("PK\5\6"))) {
            return ZIP;
        }
        if (startsWith(head, OLE2_MAGIC)) {
            return OLE2;
        }
        if (BINARY_MAGIC.stream().anyMatch(magic -> startsWith(head, magic))) {
            return BINARY;
        }
        return markup(head);
    }

    private static FileKind markup(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (!text.startsWith("<")) {
            return TEXT;
        }
        String unquoted = QUOTED.matcher(text).replaceAll("");
        if (WEB_MARKS.stream().anyMatch(unquoted::contains)) {
            return WEB_PAGE;
        }
        return text.startsWith("<?xml") || text.startsWith("<!doctype") || hasElements(text) ? XML : TEXT;
    }

    /** Tells a document without the line that declares it from a header in angle brackets. */
    private static boolean hasElements(String text) {
        return NESTED.matcher(text).lookingAt() || text.contains("</") || text.contains("/>");
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
