package io.almoner.report;

import java.io.OutputStream;
import java.nio.file.Path;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.fill.JRSwapFileVirtualizer;
import net.sf.jasperreports.engine.util.JRSwapFile;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Writes the report as PDF. Pages that are not being worked on wait in a swap file beside the result. */
final class AllocationsPdf {

    private static final int PAGES_IN_MEMORY = 64;
    private static final int BLOCK_BYTES = 4096;
    private static final int BLOCKS_TO_GROW_BY = 1024;

    private final Designs designs;
    private final Glyphs glyphs = new Glyphs();

    AllocationsPdf(Designs designs) {
        this.designs = designs;
    }

    void write(AllocationsReport report, Look look, Path swapDirectory, OutputStream out) {
        Texts texts = new Texts(look.locale());
        JRSwapFileVirtualizer virtualizer = new JRSwapFileVirtualizer(
                PAGES_IN_MEMORY, new JRSwapFile(swapDirectory.toString(), BLOCK_BYTES, BLOCKS_TO_GROW_BY), true);
        try (AllocationsDataSource rows = new AllocationsDataSource(report, texts, glyphs)) {
            var parameters = new AllocationsParameters(report, texts, glyphs).toMap();
            parameters.put(JRParameter.REPORT_VIRTUALIZER, virtualizer);
            JasperPrint pages =
                    JasperFillManager.fillReport(designs.design("allocations", look.paper()), parameters, rows);
            virtualizer.setReadOnly(true);
            export(pages, texts, out);
        } catch (JRException e) {
            throw new ReportException("The PDF cannot be written: " + e.getMessage(), e);
        } finally {
            virtualizer.cleanup();
        }
    }

    private static void export(JasperPrint pages, Texts texts, OutputStream out) throws JRException {
        SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
        document.setCompressed(true);
        document.setMetadataTitle(texts.text("allocations.title"));
        document.setMetadataSubject(texts.text("allocations.subject"));
        document.setMetadataCreator("Almoner");
        document.setDisplayMetadataTitle(true);
        document.setTagLanguage(texts.locale().toLanguageTag());
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(document);
        exporter.exportReport();
    }
}
