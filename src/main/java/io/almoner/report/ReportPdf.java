package io.almoner.report;

import java.io.OutputStream;
import java.nio.file.Path;

import net.sf.jasperreports.engine.JasperReport;

/** Writes a report as PDF. */
final class ReportPdf {

    private final Designs designs;
    private final Glyphs glyphs = new Glyphs();

    ReportPdf(Designs designs) {
        this.designs = designs;
    }

    void write(Report report, Look look, Path swapDirectory, OutputStream out) {
        Texts texts = new Texts(look.locale());
        Pdf pdf = new Pdf(
                texts.text(report.name() + ".title"),
                texts.text(report.name() + ".subject"),
                texts.locale(),
                swapDirectory);
        JasperReport cover = designs.design("cover", look.paper());
        JasperReport design = designs.design(report.name(), look.paper());
        try (ReportRows rows = new ReportRows(report, texts, glyphs)) {
            pdf.write(design, new ReportParameters(report, texts, glyphs).of(cover), rows, out);
        }
    }
}
