package io.almoner.intake;

import java.io.Closeable;
import java.io.IOException;

/** An open workbook together with the temporary copy that it may have needed. */
final class WorkbookFile implements Closeable {

    private final LocalCopy copy;
    private final Workbook workbook;

    private WorkbookFile(LocalCopy copy, Workbook workbook) {
        this.copy = copy;
        this.workbook = workbook;
    }

    static WorkbookFile open(Source source, SourceTable.Format format) throws IOException {
        LocalCopy copy = LocalCopy.of(source);
        try {
            return new WorkbookFile(
                    copy,
                    switch (format) {
                        case XLSX -> XlsxWorkbook.open(copy.file(), source.label());
                        case XLS -> XlsWorkbook.open(copy.file(), source.label());
                        case CSV, XML -> throw new IllegalArgumentException("a text file is no workbook");
                    });
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    Workbook workbook() {
        return workbook;
    }

    @Override
    public void close() {
        workbook.close();
        try {
            copy.close();
        } catch (IOException e) {
            // the system's own cleaning of temporary files is left with it
        }
    }
}
