package io.almoner.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a design is given besides its rows: its header and its figures by their names, and the cover, which is a design of
 * its own that all reports share.
 */
final class ReportParameters {

    private static final String UNKNOWN = "\u2013";
    private static final String BULLET = "\u2022  ";

    private final Report report;
    private final Texts texts;
    private final Glyphs glyphs;

    ReportParameters(Report report, Texts texts, Glyphs glyphs) {
        this.report = report;
        this.texts = texts;
        this.glyphs = glyphs;
    }

    Map<String, Object> of(JasperReport cover) {
        Map<String, Object> parameters = general();
        report.figures().forEach(figure -> put(parameters, figure.name(), figure.value()));
        report.facts().forEach((name, fact) -> put(parameters, name, fact));
        parameters.put("coverDesign", cover);
        parameters.put("cover", cover());
        return parameters;
    }

    Map<String, Object> ofContents() {
        Map<String, Object> parameters = general();
        parameters.put("title", texts.text(report.name() + ".title"));
        return parameters;
    }

    private Map<String, Object> general() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        ReportHeader header = report.header();
        put(parameters, "organisations", texts.organisations(header));
        parameters.put("organisationCount", header.organisationCount());
        parameters.put("on", texts.day(header.on()));
        parameters.put("generatedAt", texts.generated(header));
        parameters.put("policy", header.policy());
        put(parameters, "filters", texts.filters(header));
        parameters.put("count", report.count());
        return parameters;
    }

    private Map<String, Object> cover() {
        Map<String, Object> parameters = general();
        parameters.put("title", texts.text(report.name() + ".title"));
        parameters.put("purpose", texts.text(report.name() + ".purpose"));
        int number = 1;
        for (Figure figure : report.figures()) {
            if (figure.place() == Figure.Place.COVER) {
                parameters.put("label" + number, figure.label());
                parameters.put(
                        "figure" + number,
                        figure.value() == null ? UNKNOWN : texts.shown(figure.kind(), figure.value()));
                put(parameters, "note" + number, figure.note());
                number++;
            }
        }
        if (!report.isEmpty()) {
            parameters.put("steps", steps());
        }
        for (int note = 0; note < report.notes().size(); note++) {
            put(parameters, "remark" + (note + 1), report.notes().get(note));
        }
        for (Chart chart : report.drawnCharts()) {
            putChart(parameters, chart);
        }
        parameters.put("hasChart", parameters.containsKey("chart"));
        parameters.put("hasTrend", parameters.containsKey("trend"));
        return parameters;
    }

    /** As marked-up text, so that its first line stands out. */
    private String steps() {
        String list = report.steps().stream().map(step -> BULLET + step).collect(Collectors.joining("\n"));
        return "<style isBold=\"true\">" + ReportPage.escaped(texts.text("steps.title")) + "</style>\n"
                + ReportPage.escaped(glyphs.drawable(list));
    }

    private void putChart(Map<String, Object> parameters, Chart chart) {
        String name = switch (chart.form()) {
            case BARS -> "chart";
            case TREND -> "trend";
        };
        parameters.put(name + "Title", chart.title());
        put(parameters, name + "Text", chart.description(texts));
        Collection<Map<String, ?>> bars = new ArrayList<>();
        for (String category : chart.categories()) {
            for (String series : chart.series()) {
                bars.add(Map.of(
                        "series",
                        series,
                        "category",
                        glyphs.inChart(category),
                        "value",
                        chart.value(series, category)));
            }
        }
        parameters.put(name, new JRMapCollectionDataSource(bars));
    }

    private void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value instanceof String text ? glyphs.drawable(text) : value);
        }
    }
}
