package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** Finds the table in a text file or a document of keys, or those in a workbook. */
final class TableFinder {

    private final HeaderMatcher headers;
    private final ReadOptions options;
    private final UnknownColumns unknownColumns = new UnknownColumns();

    TableFinder(HeaderMatcher headers, ReadOptions options) {
        this.headers = headers;
        this.options = options;
    }

    /** Files of programs, not of people. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("~$") || name.equalsIgnoreCase("Thumbs.db");
    }

    /** Whether a source is a ZIP that is not itself a workbook. */
    boolean isArchive(Source source) throws IOException {
        if (FileKind.of(head(source)) != FileKind.ZIP) {
            return false;
        }
        try (LocalCopy copy = LocalCopy.of(source);
                Archive archive = Archive.open(copy.file(), source.label())) {
            return !XlsxWorkbook.isIn(archive);
        }
    }

    /** The entries of an archive that people put there. */
    List<Source> entries(Source source) {
        Path path = source.path();
        try (Archive archive = Archive.open(path, source.label())) {
            return archive.entries().stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                    .map(entry -> new Source(path, entry.getName()))
                    .filter(entry -> !isHidden(entry.name()))
                    .toList();
        }
    }

    /** @throws UnusableInputException when there is no table in it */
    Identified find(Source source) throws IOException {
        byte[] head = head(source);
        return switch (FileKind.of(head)) {
            case EMPTY -> throw Refusal.EMPTY.of(source.label());
            case BINARY -> throw Refusal.BINARY.of(source.label());
            case WEB_PAGE -> throw Refusal.WEB_PAGE.of(source.label());
            case XML -> new Identified(List.of(keys(source)), List.of());
            case OLE2 -> workbook(source, SourceTable.Format.XLS);
            case ZIP -> {
                if (isArchive(source)) {
                    throw Refusal.TOO_DEEP.of(source.label());
                }
                yield workbook(source, SourceTable.Format.XLSX);
            }
            case TEXT -> new Identified(List.of(text(source, head)), List.of());
        };
    }

    private Identified workbook(Source source, SourceTable.Format format) throws IOException {
        try (WorkbookFile file = WorkbookFile.open(source, format)) {
            return new SheetFinder(headers, options, source, format).find(file.workbook());
        } catch (UnusableInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED.of(source.label(), e);
        }
    }

    private SourceTable text(Source source, byte[] head) throws IOException {
        TextSurvey survey = TextSurvey.of(source, head, options.encoding());
        Charset encoding = survey.isSound()
                ? survey.encoding()
                : new LegacyEncoding(source, options.delimiter(), headers).detect();
        CsvHead header = CsvHead.of(source, encoding, options.delimiter(), headers)
                .orElseThrow(() -> Refusal.EMPTY.of(source.label()));
        HeaderMatch match = header.match().orRefuse(source.label());
        return new SourceTable(
                source.path(),
                source.name(),
                source.entry(),
                null,
                survey.sha256(),
                match.layout(),
                SourceTable.Format.CSV,
                encoding,
                header.delimiter(),
                header.row(),
                match.cells(),
                match.positions(),
                unknownColumns.findings(match));
    }

    private SourceTable keys(Source source) throws IOException {
        if (!KeyRows.areIn(source)) {
            throw Refusal.OTHER_FORMAT.of(source.label());
        }
        HeaderMatch match = headers.best(KeyRows.HEADER, source.name()).orRefuse(source.label());
        return new SourceTable(
                source.path(),
                source.name(),
                source.entry(),
                null,
                Fingerprint.of(source),
                match.layout(),
                SourceTable.Format.XML,
                null,
                null,
                1,
                match.cells(),
                match.positions(),
                List.of());
    }

    private static byte[] head(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(FileKind.HEAD);
        }
    }
}
