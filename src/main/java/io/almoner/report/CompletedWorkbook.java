package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A workbook as fastexcel wrote it, with what fastexcel cannot write: charts on its first sheet, and its language. Its
 * long sheets are copied as they are, compressed and a buffer at a time.
 */
final class CompletedWorkbook {

    private static final String TYPES = "[Content_Types].xml";
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
    private static final String CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final List<SheetChart> charts;
    private final Texts texts;

    /** @param charts of the first sheet, which has no other drawing */
    CompletedWorkbook(List<SheetChart> charts, Texts texts) {
        this.charts = List.copyOf(charts);
        this.texts = texts;
    }

    void write(Path plain, OutputStream out) throws IOException {
        ZipArchiveOutputStream completed = new ZipArchiveOutputStream(out);
        try (ZipFile parts = ZipFile.builder().setPath(plain).get()) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntriesInPhysicalOrder())) {
                copy(parts, part, completed);
            }
        }
        if (!charts.isEmpty()) {
            addCharts(completed);
        }
        completed.finish();
    }

    private void copy(ZipFile parts, ZipArchiveEntry part, ZipArchiveOutputStream out) throws IOException {
        switch (part.getName()) {
            case TYPES -> add(out, TYPES, before("</Types>", text(parts, part), types()));
            case PROPERTIES -> add(out, PROPERTIES, before("</cp:coreProperties>", text(parts, part), language()));
            case SHEET -> add(out, SHEET, before("</worksheet>", text(parts, part), drawing()));
            default -> {
                try (InputStream compressed = parts.getRawInputStream(part)) {
                    out.addRawArchiveEntry(part, compressed);
                }
            }
        }
    }

    private void addCharts(ZipArchiveOutputStream out) throws IOException {
        add(out, "xl/worksheets/_rels/sheet1.xml.rels", relations(relation(1, "drawing", "../drawings/drawing1.xml")));
        add(out, "xl/drawings/drawing1.xml", new DrawingPart(charts, texts).xml());
        add(
                out,
                "xl/drawings/_rels/drawing1.xml.rels",
                relations(numbers()
                        .mapToObj(number -> relation(number, "chart", "../charts/chart" + number + ".xml"))
                        .collect(Collectors.joining())));
        for (int number = 1; number <= charts.size(); number++) {
            add(out, "xl/charts/chart" + number + ".xml", new ChartPart(charts.get(number - 1), texts.locale()).xml());
        }
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, charts.size());
    }

    private String types() {
        if (charts.isEmpty()) {
            return "";
        }
        return numbers()
                .mapToObj(number -> type("/xl/charts/chart" + number + ".xml", CHART_TYPE))
                .collect(Collectors.joining("", type("/xl/drawings/drawing1.xml", DRAWING_TYPE), ""));
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private String language() {
        return "<dc:language>" + texts.locale().toLanguageTag() + "</dc:language>";
    }

    /** Stands behind everything else that a sheet of ours holds, as the schema has it. */
    private String drawing() {
        return charts.isEmpty() ? "" : "<drawing r:id=\"rId1\"/>";
    }

    private static String relation(int number, String kind, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + RELATION + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String relations) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static String before(String end, String xml, String addition) throws IOException {
        if (!xml.endsWith(end)) {
            throw new IOException("a part of the workbook does not end with " + end);
        }
        return xml.substring(0, xml.length() - end.length()) + addition + end;
    }

    private static String text(ZipFile parts, ZipArchiveEntry part) throws IOException {
        try (InputStream in = parts.getInputStream(part)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void add(ZipArchiveOutputStream out, String name, String xml) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
    }
}
