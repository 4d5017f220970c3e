package io.almoner.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Writes files into a folder and reads them back through the door. */
final class IntakeFixture {

    static final String ROLES = "OrgId,Email,Role\n7,ada@contoso.example,Global admin\n";

    private final Path folder;
    private final Intake intake = new Intake(Layouts.load());

    IntakeFixture(Path folder) {
        this.folder = folder;
    }

    Path write(String name, String content) {
        return write(name, content, StandardCharsets.UTF_8);
    }

    Path write(String name, String content, Charset encoding) {
        return write(name, content.getBytes(encoding));
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path zip(String name, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    Identified identify(Path... files) {
        return intake.identify(List.of(files), ReadOptions.DETECT);
    }

    Intake intake() {
        return intake;
    }

    SourceTable only(Path file) {
        return only(file, ReadOptions.DETECT);
    }

    SourceTable only(Path file, ReadOptions options) {
        List<SourceTable> tables = intake.identify(List.of(file), options).tables();
        Assertions.assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    List<Row> rows(Path file) {
        return rows(only(file));
    }

    List<Row> rows(SourceTable table) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = intake.open(table)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    List<List<String>> cells(Path file) {
        return rows(file).stream().map(Row::cells).toList();
    }

    AbstractThrowableAssert<?, ?> refusalOf(Path... files) {
        return refusal(() -> {
            for (SourceTable table : identify(files).tables()) {
                rows(table);
            }
        });
    }

    /** The key of the texts with which it is refused. */
    static AbstractThrowableAssert<?, ?> refusal(ThrowingCallable step) {
        return Assertions.assertThatThrownBy(step).isInstanceOf(UnusableInputException.class);
    }

    static String key(Throwable refusal) {
        return ((UnusableInputException) refusal).finding().messageKey();
    }
}
