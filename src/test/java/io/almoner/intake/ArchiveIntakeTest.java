package io.almoner.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.rules.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveIntakeTest {

    private static final byte[] ROLES = IntakeFixture.ROLES.getBytes(StandardCharsets.UTF_8);
    private static final byte[] LOCATIONS = "OrgId,LocationMpnId\n7,4711001\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private IntakeFixture files;

    @BeforeEach
    void prepare() {
        files = new IntakeFixture(folder);
    }

    @Test
    void reads_the_entries_of_an_archive_and_leaves_others_aside() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("export/roles.csv", ROLES);
        entries.put("export/readme.txt", "Please read.".getBytes(StandardCharsets.UTF_8));
        entries.put("__MACOSX/export/._roles.csv", ROLES);
        entries.put(".DS_Store", new byte[] {0});
        entries.put("../../../locations.csv", LOCATIONS);
        entries.put(
                "book.xlsx",
                Files.readAllBytes(
                        files.zip("b.xlsx", RawXlsx.of(RawXlsx.HEADER).parts())));
        Identified found = files.identify(files.zip("x.zip", entries));
        assertThat(found.tables())
                .extracting(SourceTable::label)
                .containsExactly("locations.csv", "book.xlsx [roles]", "roles.csv");
        assertThat(found.ignored()).singleElement().satisfies(ignored -> {
            assertThat(ignored.label()).endsWith("readme.txt");
            assertThat(ignored.finding().severity()).isEqualTo(Severity.INFORMATION);
        });
        assertThat(files.rows(found.tables().get(2))).hasSize(1);
        assertThat(files.rows(found.tables().get(1))).isEmpty();
    }

    @Test
    void leaves_no_temporary_file_behind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        byte[] book = Files.readAllBytes(
                files.zip("b.xlsx", RawXlsx.of(RawXlsx.HEADER).parts()));
        List<Path> before = parts(temporary);
        files.rows(files.only(files.zip("x.zip", Map.of("book.xlsx", book))));
        assertThat(parts(temporary)).isEqualTo(before);
    }

    @Test
    void reads_the_files_of_a_folder_in_an_order_of_its_own() throws IOException {
        files.write("a-roles.csv", ROLES);
        files.write("z-locations.csv", LOCATIONS);
        files.write(".hidden.csv", "nothing");
        files.write("notes.txt", "Colour,Size");
        Files.createDirectory(folder.resolve("old"));
        Identified found = files.identify(folder);
        assertThat(found.tables()).extracting(SourceTable::name).containsExactly("z-locations.csv", "a-roles.csv");
        assertThat(found.ignored()).hasSize(2);
    }

    @Test
    void gives_the_same_order_whatever_the_order_on_the_command_line() {
        Path one = files.write("one.csv", ROLES);
        Path two = files.write("two.csv", LOCATIONS);
        assertThat(files.identify(one, two)).isEqualTo(files.identify(two, one));
    }

    @Test
    void reads_the_same_content_once_and_says_so() {
        Path one = files.write("one.csv", ROLES);
        Path two = files.write("two.csv", ROLES);
        Identified found = files.identify(two, one);
        assertThat(found.tables()).extracting(SourceTable::name).containsExactly("one.csv");
        assertThat(found.ignored())
                .singleElement()
                .satisfies(ignored -> assertThat(ignored.finding().messageKey()).isEqualTo("FIL-010.same-content"));
    }

    @Test
    void refuses_a_folder_in_which_a_table_lacks_a_column() {
        files.write("roles.csv", ROLES);
        files.write("locations.csv", "OrgId,OrgName\n");
        files.refusalOf(folder).satisfies(e -> assertThat(IntakeFixture.key(e)).isEqualTo("FIL-001.missing-column"));
    }

    @Test
    void fingerprints_the_entry_like_the_file() throws IOException {
        Path file = files.write("roles.csv", ROLES);
        Path zip = files.zip("x.zip", Collections.singletonMap("roles.csv", ROLES));
        assertThat(files.only(zip).sha256())
                .isEqualTo(files.only(file).sha256())
                .hasSize(64);
    }

    @Test
    void reads_archives_whose_names_are_in_an_old_encoding() throws IOException {
        Path file = folder.resolve("x.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            zip.setEncoding("GBK");
            zip.setUseLanguageEncodingFlag(false);
            zip.putArchiveEntry(new ZipArchiveEntry("角色.csv"));
            zip.write("组织ID,电子邮件,角色\n7,a@x.example,管理员\n".getBytes(Charset.forName("GB18030")));
            zip.closeArchiveEntry();
        }
        assertThat(files.cells(file)).hasSize(1);
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> path.getFileName().toString().startsWith("almoner-"))
                    .sorted()
                    .toList();
        }
    }
}
