package io.almoner.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostileIntakeTest {

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @Test
    void refuses_a_bomb_of_rows_without_reading_it_all() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : RawXlsx.of("").parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().endsWith("sheet1.xml")) {
                    zip.write(("<worksheet><sheetData>" + RawXlsx.HEADER).getBytes(StandardCharsets.UTF_8));
                    byte[] rows = ("<row>" + "<c><v>1</v></c>".repeat(20) + "</row>")
                            .repeat(1_000)
                            .getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 500; i++) {
                        zip.write(rows);
                    }
                } else {
                    zip.write(part.getValue());
                }
                zip.closeEntry();
            }
        }
        assertRefused("FIL-010.bomb", file);
    }

    @Test
    void refuses_a_bomb_of_text() throws IOException {
        Path file = files.zip(
                "x.zip",
                Map.of(
                        "roles.csv",
                        (IntakeFixture.ROLES + "7,a,b\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8)));
        assertRefused("FIL-010.bomb", file);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> brokenSheets() {
        String rows = RawXlsx.HEADER;
        return Stream.of(
                broken(
                        "a document type",
                        "FIL-010.damaged",
                        "<!DOCTYPE worksheet [<!ENTITY x \"y\">]><worksheet><sheetData>" + rows
                                + "</sheetData></worksheet>"),
                broken(
                        "an external entity",
                        "FIL-010.damaged",
                        "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet><sheetData>" + rows
                                + "</sheetData></worksheet>"),
                broken(
                        "an entity nobody declared",
                        "FIL-010.damaged",
                        "<worksheet><sheetData>" + rows
                                + "<row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"),
                broken(
                        "a cell without end",
                        "FIL-010.cell-too-long",
                        "<worksheet><sheetData>" + rows + "<row><c t=\"str\"><v>" + noise(3_000_000)
                                + "</v></c></row></sheetData></worksheet>"),
                broken(
                        "a cell in many pieces",
                        "FIL-010.cell-too-long",
                        "<worksheet><sheetData>" + rows + "<row><c t=\"inlineStr\"><is>"
                                + "<t>0123456789abcdef</t>".repeat(3_000) + "</is></c></row></sheetData></worksheet>"),
                broken(
                        "an attribute without end",
                        "FIL-010.cell-too-long",
                        "<worksheet><sheetData>" + rows + "<row><c r=\"" + noise(3_000_000)
                                + "\"/></row></sheetData></worksheet>"),
                broken(
                        "nesting without end",
                        "FIL-010.bomb",
                        "<worksheet><sheetData>" + rows + "<row>" + "<a>".repeat(1_000) + "</sheetData></worksheet>"),
                broken(
                        "a column that no sheet has",
                        "FIL-010.too-wide",
                        "<worksheet><sheetData>" + rows + "<row><c r=\"ZZZZZ2\"/></row></sheetData></worksheet>"),
                broken(
                        "a column of strange letters",
                        "FIL-010.too-wide",
                        "<worksheet><sheetData>" + rows + "<row><c r=\"組2\"/></row></sheetData></worksheet>"),
                broken(
                        "a row that no sheet has",
                        "FIL-010.damaged",
                        "<worksheet><sheetData>" + rows + "<row r=\"2000000000\"/></sheetData></worksheet>"),
                broken(
                        "rows out of order",
                        "FIL-010.damaged",
                        "<worksheet><sheetData>" + rows + "<row r=\"5\"/><row r=\"4\"/></sheetData></worksheet>"),
                broken(
                        "a text that is not there",
                        "FIL-010.damaged",
                        "<worksheet><sheetData>" + rows
                                + "<row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>"),
                broken("an end too early", "FIL-010.damaged", "<worksheet><sheetData>" + rows + "<row>"));
    }

    private static org.junit.jupiter.params.provider.Arguments broken(String what, String key, String sheet) {
        return org.junit.jupiter.params.provider.Arguments.of(org.junit.jupiter.api.Named.of(what, sheet), key);
    }

    @ParameterizedTest
    @MethodSource("brokenSheets")
    void refuses_a_sheet_with(String sheet, String key) throws IOException {
        assertRefused(key, files.zip("x.xlsx", RawXlsx.of("").sheet(sheet).parts()));
    }

    @Test
    void refuses_a_sheet_of_endless_new_names() throws IOException {
        StringBuilder names = new StringBuilder("<worksheet><sheetData>" + RawXlsx.HEADER);
        for (int i = 0; i < 5_000; i++) {
            names.append("<name").append(i).append("/>");
        }
        String sheet = names.append("</sheetData></worksheet>").toString();
        assertRefused(
                "FIL-010.bomb", files.zip("x.xlsx", RawXlsx.of("").sheet(sheet).parts()));
    }

    @Test
    void refuses_a_million_columns_in_a_sheet() throws IOException {
        String cells = "<c><v>1</v></c>".repeat(20_000);
        assertRefused(
                "FIL-010.too-wide",
                files.zip(
                        "x.xlsx",
                        RawXlsx.of(RawXlsx.HEADER + "<row>" + cells + "</row>").parts()));
    }

    @Test
    void refuses_a_workbook_that_is_protected_by_a_password() throws Exception {
        Path file = folder.resolve("x.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(container)) {
                inner.write("not read anyway".getBytes(StandardCharsets.UTF_8));
            }
            container.writeFilesystem(out);
        }
        assertRefused("FIL-010.encrypted", file);
    }

    @Test
    void refuses_an_archive_that_is_protected_by_a_password() throws IOException {
        byte[] zip = zip("roles.csv", IntakeFixture.ROLES);
        for (int i = 0; i < zip.length - 4; i++) {
            boolean local = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4;
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (local || central) {
                zip[i + (local ? 6 : 8)] |= 1;
            }
        }
        assertRefused("FIL-010.encrypted", files.write("x.zip", zip));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 200, 400})
    void refuses_a_truncated_archive(int missing) throws IOException {
        byte[] whole = Files.readAllBytes(
                files.zip("whole.xlsx", RawXlsx.of(RawXlsx.HEADER).parts()));
        assertRefused("FIL-010.damaged", files.write("x.xlsx", Arrays.copyOf(whole, whole.length - missing)));
    }

    @Test
    void refuses_a_text_whose_bytes_are_not_those_that_were_packed() throws IOException {
        byte[] stored = storedZip("roles.csv", IntakeFixture.ROLES);
        int at = new String(stored, StandardCharsets.ISO_8859_1).indexOf("ada@");
        stored[at] = 'x';
        assertRefused("FIL-010.damaged", files.write("x.zip", stored));
    }

    @Test
    void refuses_two_entries_of_one_name() throws IOException {
        Path file = folder.resolve("x.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (int i = 0; i < 2; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("roles.csv"));
                zip.write(IntakeFixture.ROLES.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        assertRefused("FIL-010.duplicate-entry", file);
    }

    @Test
    void refuses_thousands_of_entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            entries.put(i + ".csv", new byte[0]);
        }
        assertRefused("FIL-010.too-many-entries", files.zip("x.zip", entries));
    }

    @Test
    void refuses_an_archive_in_an_archive() throws IOException {
        assertRefused(
                "FIL-010.too-deep", files.zip("x.zip", Map.of("inner.zip", zip("roles.csv", IntakeFixture.ROLES))));
    }

    @Test
    void refuses_documents_of_other_kinds_by_what_they_are() throws IOException {
        assertRefused(
                "FIL-010.other-format",
                files.zip("x.xlsx", Map.of("[Content_Types].xml", new byte[0], "word/document.xml", new byte[0])));
        assertRefused("FIL-010.binary", files.write("x.csv", new byte[] {1, 2, 0, 0, 0, 5, 0, 9, 0, 0, 7}));
        assertRefused("FIL-010.web-page", files.write("x.xls", "\n<!-- hi --><HTML><TABLE>"));
        assertRefused("FIL-010.damaged", files.write("y.xls", new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
        }));
    }

    @Test
    void refuses_what_is_not_there_or_no_file() {
        assertRefused("FIL-010.missing-file", folder.resolve("none.csv"));
        assertRefused("FIL-010.not-a-file", Path.of("/dev/null"));
        assertRefused("FIL-010.no-table", folder);
    }

    @Test
    void never_shows_the_content_of_a_file_that_it_refuses() {
        Path file = files.write("x.csv", "4711001,Windows,AAAAA-BBBBB-CCCCC-DDDDD-EEEEE\n");
        files.refusalOf(file).satisfies(e -> {
            assertThat(((UnusableInputException) e).finding().toString()).doesNotContain("EEEEE");
            assertThat(e.getMessage()).doesNotContain("EEEEE");
        });
    }

    @Test
    void survives_any_single_wrong_byte() throws IOException {
        byte[] whole = Files.readAllBytes(files.zip(
                "whole.xlsx",
                RawXlsx.of(RawXlsx.HEADER + "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row>")
                        .parts()));
        for (int i = 0; i < whole.length; i += 3) {
            byte[] broken = whole.clone();
            broken[i] ^= 0x15;
            Path file = files.write("x.xlsx", broken);
            try {
                files.identify(file).tables().forEach(files::rows);
            } catch (UnusableInputException expected) {
                assertThat(expected.finding().rule().code()).startsWith("FIL-0");
            }
        }
    }

    private void assertRefused(String key, Path file) {
        files.refusalOf(file).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo(key));
    }

    private static String noise(int length) {
        java.util.Random random = new java.util.Random(1);
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) ('A' + random.nextInt(26)));
        }
        return noise.toString();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] storedZip(String name, String content) throws IOException {
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(text);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        entry.setCrc(sum.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(text);
        }
        return bytes.toByteArray();
    }
}
