package io.almoner.report;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jspecify.annotations.Nullable;

/** Writes a checklist as PDF, to be printed and ticked off. */
final class ChecklistPdf {

    static final String DESIGN = "hand-off";

    private final Designs designs;
    private final Texts texts;
    private final Glyphs glyphs = new Glyphs();

    ChecklistPdf(Designs designs, Texts texts) {
        this.designs = designs;
        this.texts = texts;
    }

    void write(ReportHeader header, List<ToDoLine> lines, Look look, Path swapDirectory, OutputStream out) {
        Pdf pdf = new Pdf(texts.text("title"), texts.text("purpose"), texts.locale(), designs.context(), swapDirectory);
        Map<String, Object> parameters = parameters(header, lines);
        JRMapCollectionDataSource rows = new JRMapCollectionDataSource(rows(lines, new ToDoTexts(texts)));
        pdf.write(designs.design(DESIGN, look.paper(), texts), parameters, rows, null, out);
    }

    private Map<String, Object> parameters(ReportHeader header, List<ToDoLine> lines) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("organisations", glyphs.drawable(texts.organisations(header)));
        parameters.put("on", header.on().toString());
        parameters.put("generatedAt", texts.generated(header));
        parameters.put("filters", glyphs.drawable(texts.filters(header)));
        parameters.put("count", lines.size());
        return parameters;
    }

    private Collection<Map<String, ?>> rows(List<ToDoLine> lines, ToDoTexts words) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (ToDoLine line : lines) {
            rows.add(row(rows.size() + 1, line, words));
        }
        return rows;
    }

    private Map<String, ?> row(int number, ToDoLine line, ToDoTexts words) {
        Map<String, Object> row = new HashMap<>();
        row.put("number", number);
        row.put("page", words.page(line));
        row.put("organisation", line.place().organisation());
        row.put("task", words.sentence(line));
        row.put("details", words.details(line));
        row.put("order", known(line.place().order()));
        row.put("location", known(line.place().mpnId()));
        ToDoLine.Person person = line.person();
        row.put("person", person == null ? "" : person.name());
        row.put("email", person == null ? "" : person.email());
        row.put("secondEmail", person == null ? "" : known(person.secondEmail()));
        row.put("since", line.origin().since().toString());
        row.put("askedBy", line.origin().askedBy());
        row.put("source", words.source(line));
        row.replaceAll((name, value) -> value instanceof String text ? glyphs.drawable(text) : value);
        return row;
    }

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
