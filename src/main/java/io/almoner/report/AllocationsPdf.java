package io.almoner.report;

import java.io.OutputStream;
import java.nio.file.Path;

/** Writes the report as PDF. */
final class AllocationsPdf {

    private final Designs designs;
    private final Glyphs glyphs = new Glyphs();

    AllocationsPdf(Designs designs) {
        this.designs = designs;
    }

    void write(AllocationsReport report, Look look, Path swapDirectory, OutputStream out) {
        Texts texts = new Texts(look.locale());
        Pdf pdf = new Pdf(
                texts.text("allocations.title"), texts.text("allocations.subject"), texts.locale(), swapDirectory);
        try (AllocationsDataSource rows = new AllocationsDataSource(report, texts, glyphs)) {
            var parameters = new AllocationsParameters(report, texts, glyphs).toMap();
            pdf.write(designs.design("allocations", look.paper()), parameters, rows, out);
        }
    }
}
