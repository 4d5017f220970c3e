package io.almoner.report;

import java.io.OutputStream;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicPdfWriter;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/** The exporter of JasperReports with tags of our own, since the free edition has none. */
final class TaggedPdfExporter extends JRPdfExporter {

    private final Tags tags = new Tags();

    TaggedPdfExporter(JasperReportsContext context) {
        super(context);
    }

    @Override
    protected PdfTaggerFactory getPdfTaggerFactory(Boolean isTagged) {
        return exporter -> tags;
    }

    @Override
    protected PdfProducer createPdfProducer() {
        return new ClassicPdfProducer(createPdfProducerContext()) {

            @Override
            public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
                super.createWriter(out);
                return new PlainMetadata(this);
            }

            @Override
            public void close() {
                tags.finish();
                super.close();
            }
        };
    }

    /** Says in the metadata what the document is, and does not claim a standard of accessibility that nobody has checked. */
    private static final class PlainMetadata extends ClassicPdfWriter {

        PlainMetadata(ClassicPdfProducer producer) {
            super(producer, producer.getPdfWriter());
        }

        @Override
        public void createXmpMetadata(String title, String subject, String keywords, boolean isTagged) {
            getPdfWriter().createXmpMetadata();
        }
    }
}
