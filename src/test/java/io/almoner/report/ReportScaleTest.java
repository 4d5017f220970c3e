package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Large reports: memory that does not grow with the rows, and time that is JasperReports' own. */
class ReportScaleTest {

    private static final Look PDF_ON_A4 = new Look(Set.of(Format.PDF), Locale.ENGLISH, Paper.A4);
    private static final int ROWS_OF_A_PAGE = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PDF, 6000, 96", "XLSX, 20000, 48"})
    void fits_in_little_memory(Format format, int rows, int megabytes) throws IOException, InterruptedException {
        assertThatItIsWhole(format, rows, written(format, rows, megabytes));
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"PDF, 100000, 512", "XLSX, 100000, 128"})
    void fits_in_little_memory_with_100_000_rows(Format format, int rows, int megabytes)
            throws IOException, InterruptedException {
        assertThatItIsWhole(format, rows, written(format, rows, megabytes));
    }

    /** Time of the processor, since the machine may have other things to do; the best of some rounds on both sides. */
    @Tag("full")
    @Test
    void takes_little_longer_than_jasper_reports_alone() throws IOException, JRException {
        Report report = ReportProcess.report(10_000, PDF_ON_A4);
        ReportPdf ours = new ReportPdf(new Designs(null));
        double ourPdf = Double.MAX_VALUE;
        double ourWorkbook = Double.MAX_VALUE;
        double plainPdf = Double.MAX_VALUE;
        double plainWorkbook = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            double start = processorSeconds();
            ours.write(report, PDF_ON_A4, folder, OutputStream.nullOutputStream());
            ourPdf = Math.min(ourPdf, processorSeconds() - start);
            start = processorSeconds();
            new ReportWorkbook(report, PDF_ON_A4, new Texts(Locale.ENGLISH))
                    .write(folder, OutputStream.nullOutputStream());
            ourWorkbook = Math.min(ourWorkbook, processorSeconds() - start);
            Plain plain = Plain.prepared(report);
            start = processorSeconds();
            JasperPrint pages = plain.fill();
            double filled = processorSeconds();
            Plain.exportPdf(pages);
            double exported = processorSeconds();
            Plain.exportWorkbook(pages);
            plainPdf = Math.min(plainPdf, exported - start);
            plainWorkbook = Math.min(plainWorkbook, filled - start + processorSeconds() - exported);
        }
        assertThat((ourPdf + ourWorkbook) / (plainPdf + plainWorkbook))
                .as("PDF: %.2f s to %.2f s, XLSX: %.2f s to %.2f s", ourPdf, plainPdf, ourWorkbook, plainWorkbook)
                .isLessThan(1.3);
        assertThat(ourPdf / plainPdf)
                .as("PDF, whose pages are tagged and have bookmarks: %.2f s to %.2f s", ourPdf, plainPdf)
                .isLessThan(1.6);
    }

    private static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private Path written(Format format, int rows, int megabytes) throws IOException, InterruptedException {
        Path file = folder.resolve("report");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReportProcess.class.getName(),
                        format.name(),
                        String.valueOf(rows),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> readable(folder.resolve("said"))).isZero();
        return file;
    }

    private static String readable(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void assertThatItIsWhole(Format format, int rows, Path file) throws IOException {
        if (format == Format.PDF) {
            try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                assertThat(pdf.getNumberOfPages()).isGreaterThan(rows / ROWS_OF_A_PAGE);
            }
        } else {
            assertThat(rowsOfPeople(file)).isEqualTo(rows + 1L);
        }
    }

    private static long rowsOfPeople(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet3.xml"))) {
            return rows(sheet);
        }
    }

    private static long rows(InputStream sheet) throws IOException {
        return new String(sheet.readAllBytes()).split("<row ", -1).length - 1L;
    }

    /** What JasperReports needs by itself: rows that are there already, no swap file, no tags. */
    private record Plain(JasperReport design, Map<String, Object> parameters, Collection<Map<String, ?>> rows) {

        static Plain prepared(Report report) {
            Designs designs = new Designs(null);
            Texts texts = new Texts(Locale.ENGLISH);
            Glyphs glyphs = new Glyphs();
            JasperReport design = designs.design(report.name(), Paper.A4, texts);
            Map<String, Object> parameters =
                    new ReportParameters(report, texts, glyphs).of(designs.design("cover", Paper.A4, texts));
            parameters.put("contentsPages", 0);
            List<Map<String, ?>> rows = new ArrayList<>();
            try (ReportRows source = new ReportRows(report, texts, glyphs)) {
                while (source.next()) {
                    Map<String, Object> row = new HashMap<>();
                    for (JRField field : design.getFields()) {
                        row.put(field.getName(), source.getFieldValue(field));
                    }
                    rows.add(row);
                }
            }
            return new Plain(design, parameters, rows);
        }

        JasperPrint fill() throws JRException {
            return JasperFillManager.fillReport(design, parameters, new JRMapCollectionDataSource(rows));
        }

        static void exportPdf(JasperPrint pages) throws JRException {
            JRPdfExporter exporter = new JRPdfExporter();
            SimplePdfExporterConfiguration compressed = new SimplePdfExporterConfiguration();
            compressed.setCompressed(true);
            exporter.setConfiguration(compressed);
            exporter.setExporterInput(new SimpleExporterInput(pages));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(OutputStream.nullOutputStream()));
            exporter.exportReport();
        }

        static void exportWorkbook(JasperPrint pages) throws JRException {
            JRXlsxExporter exporter = new JRXlsxExporter();
            exporter.setExporterInput(new SimpleExporterInput(pages));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(OutputStream.nullOutputStream()));
            exporter.exportReport();
        }
    }
}
