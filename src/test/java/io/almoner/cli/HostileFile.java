package io.almoner.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that a careless or malicious hand may give; each is refused whole. */
enum HostileFile {
    EMPTY(out -> {}),
    ONLY_A_BYTE_ORDER_MARK(out -> out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})),
    RANDOM_BYTES(out -> {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        out.write(bytes);
    }),
    ZEROS(out -> out.write(new byte[1_000_000])),
    PDF(out -> text(out, "%PDF-1.7\n1 0 obj\n")),
    WEB_PAGE(out -> text(out, "<html><body><table><tr><td>OrgId</td></tr></table></body></html>")),
    TRUNCATED_WORKBOOK(out -> half(out, Program.SAMPLE_WORKBOOK)),
    TRUNCATED_ARCHIVE(out -> half(out, Program.SAMPLE_ARCHIVE)),
    ARCHIVE_IN_AN_ARCHIVE(
            out -> zip(out, "inner.zip", entry -> entry.write(Files.readAllBytes(Program.SAMPLE_ARCHIVE)))),
    BOMB(out -> zip(out, "pmc_keys.csv", entry -> {
        text(entry, "LocationMpnId,BenefitName,ProductKey\n");
        repeat(entry, "0", 300);
    })),
    WORKBOOK_OF_ENTITIES(out -> zip(
            out,
            "xl/workbook.xml",
            entry -> text(
                    entry,
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                            + " \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><workbook>&c;</workbook>"))),
    DOCUMENT_THAT_READS_OTHERS(out -> text(
            out, "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root>&x;</root>")),
    MILLION_COLUMNS(out -> {
        text(out, "LocationMpnId,BenefitName,ProductKey");
        text(out, ",x".repeat(1_000_000));
    }),
    NEVER_CLOSED_QUOTE(out -> {
        text(out, "LocationMpnId,BenefitName,ProductKey\n4387201,\"Windows,K\n");
        text(out, "4387201,Windows,K\n".repeat(100_000));
    }),
    NO_LINE_END(out -> repeat(out, "a", 20)),
    LONG_CELL(out -> {
        text(out, "LocationMpnId,BenefitName,ProductKey\n4387201,Windows,");
        repeat(out, "K", 20);
    }),
    BROKEN_UTF_8(out -> {
        text(out, "LocationMpnId,BenefitName,ProductKey\n4387201,Gr\u00F6\u00DFe,K\n");
        out.write(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE, (byte) 0x80, 0, 0});
    }),
    SAME_COLUMN_TWICE(out -> text(out, "LocationMpnId,BenefitName,ProductKey,ProductKey\n4387201,Windows,K,K\n"));

    private static final int MEGABYTE = 1 << 20;

    private final Content content;

    HostileFile(Content content) {
        this.content = content;
    }

    /** What is written into such a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes it; a name says nothing of what is in a file. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve("pmc_keys.csv");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        }
        return file;
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static void repeat(OutputStream out, String character, int megabytes) throws IOException {
        byte[] much = new byte[MEGABYTE];
        Arrays.fill(much, (byte) character.charAt(0));
        for (int i = 0; i < megabytes; i++) {
            out.write(much);
        }
    }

    private static void half(OutputStream out, Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        out.write(whole, 0, whole.length / 2);
    }

    private static void zip(OutputStream out, String name, Content content) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
        zip.finish();
    }
}
