package io.almoner.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jspecify.annotations.Nullable;

/** What the cover of the design shows: header, key figures and the chart. */
final class AllocationsParameters {

    private final AllocationsReport report;
    private final Texts texts;
    private final Glyphs glyphs;

    AllocationsParameters(AllocationsReport report, Texts texts, Glyphs glyphs) {
        this.glyphs = glyphs;
        this.report = report;
        this.texts = texts;
    }

    Map<String, Object> toMap() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        putHeader(parameters, report.header());
        putFigures(parameters, report.figures());
        parameters.put("chart", new JRMapCollectionDataSource(bars()));
        return parameters;
    }

    private void putHeader(Map<String, Object> parameters, ReportHeader header) {
        parameters.put("organisations", glyphs.drawable(texts.organisations(header)));
        parameters.put("organisationCount", header.organisationCount());
        parameters.put("on", header.on().toString());
        parameters.put("generatedAt", texts.generated(header));
        parameters.put("policy", header.policy());
        parameters.put("filters", glyphs.drawable(texts.filters(header)));
    }

    private static void putFigures(Map<String, Object> parameters, KeyFigures figures) {
        Tally seats = figures.seats();
        parameters.put("benefitCount", figures.benefitCount());
        parameters.put("benefits", seats.benefits());
        parameters.put("granted", seats.granted());
        parameters.put("assigned", seats.assigned());
        parameters.put("free", seats.free());
        parameters.put("over", seats.over());
        parameters.put("overAllocated", seats.overAllocated());
        putKnown(parameters, "use", seats.use());
        parameters.put("horizon", KeyFigures.HORIZON);
        parameters.put("listed", KeyFigures.LISTED);
        parameters.put("endingCount", figures.endingCount());
        parameters.put("atRisk", figures.atRisk().assigned());
        putKnown(parameters, "nextEnd", figures.nextEnd() == null ? null : String.valueOf(figures.nextEnd()));
        parameters.put("endedSeats", figures.ended().assigned());
        parameters.put("endedBenefits", figures.ended().benefits());
    }

    /** One bar a category: what is assigned within the grant, what is free, and what is too much. */
    private Collection<Map<String, ?>> bars() {
        Map<String, Tally> categories = new LinkedHashMap<>();
        for (CategoryTotal total : report.figures().totals()) {
            if (total.unit().isPerPerson()) {
                categories.merge(texts.word("category", total.category()), total.tally(), Tally::plus);
            }
        }
        List<Map<String, ?>> bars = new ArrayList<>();
        categories.forEach((category, tally) -> {
            bars.add(bar("figure.assigned", category, tally.assigned() - tally.over()));
            bars.add(bar("figure.free", category, tally.free()));
            bars.add(bar("figure.over", category, tally.over()));
        });
        return bars;
    }

    private Map<String, ?> bar(String series, String category, long value) {
        return Map.of("series", texts.text(series), "category", category, "value", value);
    }

    private static void putKnown(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
