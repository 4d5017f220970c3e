package io.almoner.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Writes one large report in a process of its own, whose memory a test can bound: format, rows, file. */
final class ReportProcess {

    private static final int ROWS_OF_AN_ORGANISATION = 500;

    private ReportProcess() {}

    public static void main(String[] arguments) throws IOException {
        Format format = Format.valueOf(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        Path file = Path.of(arguments[2]);
        Look look = new Look(Set.of(format), Locale.ENGLISH, Paper.A4);
        Report report = report(rows, look);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (format == Format.PDF) {
                new ReportPdf(new Designs(null))
                        .write(report, look, file.toAbsolutePath().getParent(), out);
            } else {
                new ReportWorkbook(report, look, new Texts(look.locale()))
                        .write(file.toAbsolutePath().getParent(), out);
            }
        }
    }

    static Report report(int rows, Look look) {
        int organisations = Math.max(1, rows / ROWS_OF_AN_ORGANISATION);
        return SampleAllocations.written(SampleAllocations.of(organisations, rows), look);
    }
}
