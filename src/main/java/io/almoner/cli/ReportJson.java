package io.almoner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.report.Briefing;
import io.almoner.report.Scope;

/**
 * The JSON of written reports: their files, and the figures of each cover as the language's people read them.
 *
 * @param scope what they are about
 * @param language what they are written in
 * @param reports the reports
 */
record ReportJson(Scope scope, Locale language, List<Briefing> reports) {

    String text() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("version", 1);
        json.put("job", "report");
        json.put("status", "completed");
        json.put("policy", scope.policy().name());
        json.put("on", scope.on().toString());
        json.put("language", language.toLanguageTag());
        ArrayNode written = json.putArray("reports");
        reports.forEach(report -> add(report, written.addObject()));
        ArrayNode files = json.putArray("files");
        reports.stream()
                .flatMap(report -> report.files().stream())
                .forEach(file -> files.addObject().put("kind", "report").put("path", absolute(file)));
        return json.toString();
    }

    private static void add(Briefing report, ObjectNode json) {
        json.put("name", report.name());
        json.put("title", report.title());
        json.put("organisations", report.organisations());
        if (report.nothing() != null) {
            json.put("nothing", report.nothing());
        }
        ArrayNode figures = json.putArray("figures");
        for (Briefing.KeyFigure figure : report.figures()) {
            ObjectNode one = figures.addObject();
            one.put("name", figure.name()).put("label", figure.label()).put("value", figure.value());
            if (figure.note() != null) {
                one.put("note", figure.note());
            }
        }
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
