package io.almoner.report;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;

/** Writes a report as PDF. */
final class ReportPdf {

    /** Rows from which on a report gets a page of contents: about five pages of them. */
    private static final int LONG = 200;

    private static final String CONTENTS_PAGES = "contentsPages";

    private final Designs designs;
    private final Glyphs glyphs = new Glyphs();

    ReportPdf(Designs designs) {
        this.designs = designs;
    }

    void write(Report report, Look look, Path swapDirectory, OutputStream out) {
        Texts texts = designs.texts(Texts.REPORTS, look.locale());
        Pdf pdf = new Pdf(
                texts.text(report.name() + ".title"),
                texts.text(report.name() + ".subject"),
                texts.locale(),
                designs.context(),
                swapDirectory);
        JasperReport design = designs.design(report.name(), look.paper(), texts);
        ReportParameters given = new ReportParameters(report, texts, glyphs);
        Map<String, Object> parameters = given.of(designs.design("cover", look.paper(), texts));
        Contents contents = hasRoomForContents(design) && isLong(report) ? contents(given, look, texts) : null;
        parameters.put(CONTENTS_PAGES, contents == null ? 0 : Contents.PAGES);
        try (ReportRows rows = new ReportRows(report, texts, glyphs)) {
            pdf.write(design, parameters, rows, contents, out);
        }
    }

    /** Told before a page is filled, by what the report is about or else by its rows, of which no more are read than needed. */
    private static boolean isLong(Report report) {
        if (report.count() >= LONG) {
            return true;
        }
        long rows = 0;
        for (Table<?> table : report.detailTables()) {
            try (Stream<?> lines = table.rows().open()) {
                rows += lines.limit(LONG).count();
            }
        }
        return rows >= LONG;
    }

    /** A design of the user's that does not know of contents would number its pages as if there were none. */
    private static boolean hasRoomForContents(JasperReport design) {
        return Arrays.stream(design.getParameters())
                .anyMatch(parameter -> parameter.getName().equals(CONTENTS_PAGES));
    }

    private Contents contents(ReportParameters given, Look look, Texts texts) {
        return new Contents(
                designs.design("contents", look.paper(), texts),
                JasperFillManager.getInstance(designs.context()),
                given.ofContents());
    }
}
