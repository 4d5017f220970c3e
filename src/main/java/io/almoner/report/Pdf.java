package io.almoner.report;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRSwapFileVirtualizer;
import net.sf.jasperreports.engine.util.JRSwapFile;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A design that becomes a PDF, tagged so that it can be read aloud. Pages that are not being worked on wait in a swap
 * file beside the result when there are many.
 *
 * @param title of the document
 * @param subject of the document
 * @param language of the document
 * @param context where the design finds its styles and pictures
 * @param swapDirectory where the swap file stands meanwhile
 */
record Pdf(String title, String subject, Locale language, JasperReportsContext context, Path swapDirectory) {

    /** About 10,000 rows, which take less to keep than to write and read again. */
    private static final int PAGES_IN_MEMORY = 320;

    private static final int BLOCK_BYTES = 4096;
    private static final int BLOCKS_TO_GROW_BY = 1024;

    /**
     * Fills the design and writes it; adds to the parameters.
     *
     * @param contents null when the document needs none
     */
    void write(
            JasperReport design,
            Map<String, Object> parameters,
            JRDataSource rows,
            @Nullable Contents contents,
            OutputStream out) {
        JRSwapFileVirtualizer virtualizer = new JRSwapFileVirtualizer(
                PAGES_IN_MEMORY, new JRSwapFile(swapDirectory.toString(), BLOCK_BYTES, BLOCKS_TO_GROW_BY), true);
        try {
            parameters.put(JRParameter.REPORT_VIRTUALIZER, virtualizer);
            JasperPrint pages = JasperFillManager.getInstance(context).fill(design, parameters, rows);
            virtualizer.setReadOnly(true);
            if (contents != null) {
                contents.insertInto(pages);
            }
            export(pages, out);
        } catch (JRException e) {
            throw new ReportException("The PDF cannot be written: " + e.getMessage(), e);
        } finally {
            virtualizer.cleanup();
        }
    }

    private void export(JasperPrint pages, OutputStream out) throws JRException {
        SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
        document.setCompressed(true);
        document.setMetadataTitle(title);
        document.setMetadataSubject(subject);
        document.setMetadataCreator("Almoner");
        document.setDisplayMetadataTitle(true);
        document.setTagged(true);
        document.setTagLanguage(language.toLanguageTag());
        TaggedPdfExporter exporter = new TaggedPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(document);
        exporter.exportReport();
    }
}
