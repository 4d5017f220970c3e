package io.almoner.report;

import java.util.List;
import java.util.Locale;

/**
 * The part of a workbook that is a chart: DrawingML by hand, since POI's small schemas cannot stack bars. The order of
 * elements is that of the schema; Excel repairs away what stands elsewhere. Figures are given twice, as references and
 * as they are now, so that programs that compute nothing show them too.
 */
final class ChartPart {

    /** The colours of the series, as in the PDF and on the web page. */
    static final List<String> COLOURS = List.of("1F4E79", "BFD0E0", "E08214");

    private static final int FEW = 10;
    private static final String WHOLE = String.valueOf(Kind.WHOLE.format());

    private static final String CHART = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
            <c:lang val="%1$s"/><c:roundedCorners val="0"/>
            <c:chart>
            <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r>\
            <a:rPr lang="%1$s" sz="1200" b="1"><a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill></a:rPr>\
            <a:t>%2$s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
            <c:autoTitleDeleted val="0"/>
            <c:plotArea><c:layout/>
            <c:barChart><c:barDir val="%3$s"/><c:grouping val="stacked"/><c:varyColors val="0"/>
            %4$s<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>
            %5$s</c:plotArea>
            <c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>
            <c:plotVisOnly val="1"/><c:dispBlanksAs val="zero"/>
            </c:chart>
            <c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>
            <c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="%1$s"/></a:p></c:txPr>
            </c:chartSpace>
            """;

    private static final String SERIES = """
            <c:ser><c:idx val="%1$d"/><c:order val="%1$d"/>
            <c:tx><c:strRef><c:f>%2$s</c:f><c:strCache>%3$s</c:strCache></c:strRef></c:tx>
            <c:spPr><a:solidFill><a:srgbClr val="%4$s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>
            %5$s<c:cat><c:strRef><c:f>%6$s</c:f><c:strCache>%7$s</c:strCache></c:strRef></c:cat>
            <c:val><c:numRef><c:f>%8$s</c:f><c:numCache><c:formatCode>%9$s</c:formatCode>%10$s</c:numCache></c:numRef></c:val>
            </c:ser>
            """;

    /** The format leaves out the zeros, which would stand on top of their neighbours. */
    private static final String LABELS = """
            <c:dLbls><c:numFmt formatCode="#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>
            <c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:defRPr>\
            </a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr><c:dLblPos val="ctr"/><c:showLegendKey val="0"/>\
            <c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>\
            <c:showBubbleSize val="0"/></c:dLbls>
            """;

    private static final String AXES = """
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%1$s"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="%2$s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>\
            <c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>
            <c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="5B6B7A"/></a:solidFill></a:ln></c:spPr>
            <c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/>\
            <c:noMultiLvlLbl val="1"/></c:catAx>
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="%3$s"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D5DDE5"/>\
            </a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="%5$s" sourceLinked="0"/>\
            <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>
            <c:spPr><a:ln><a:noFill/></a:ln></c:spPr>
            <c:crossAx val="1"/><c:crosses val="%4$s"/><c:crossBetween val="between"/>%6$s</c:valAx>
            """;

    private final SheetChart placed;
    private final Chart chart;
    private final Locale language;

    ChartPart(SheetChart placed, Locale language) {
        this.placed = placed;
        this.chart = placed.chart();
        this.language = language;
    }

    String xml() {
        boolean lies = chart.form() == Chart.Form.BARS;
        // the first category stands on top only where the axis runs downwards, and then the other one is at its end
        String axes = lies
                ? AXES.formatted("maxMin", "l", "b", "max", WHOLE, unit())
                : AXES.formatted("minMax", "b", "l", "autoZero", WHOLE, unit());
        StringBuilder series = new StringBuilder();
        for (int number = 0; number < chart.series().size(); number++) {
            series.append(series(number));
        }
        return CHART.formatted(language.toLanguageTag(), escaped(chart.title()), lies ? "bar" : "col", series, axes);
    }

    /** Few things are counted one by one: an axis of their halves would say 0, 1, 1, 2. */
    private String unit() {
        return chart.highest() < FEW ? "<c:majorUnit val=\"1\"/>" : "";
    }

    private String series(int number) {
        String name = chart.series().get(number);
        List<Long> values = chart.categories().stream()
                .map(category -> chart.value(name, category))
                .toList();
        return SERIES.formatted(
                number,
                escaped(placed.name(number)),
                points(List.of(name)),
                COLOURS.get(number % COLOURS.size()),
                LABELS.formatted(number % COLOURS.size() == 0 ? "FFFFFF" : "1B2A3A", language.toLanguageTag()),
                escaped(placed.categories()),
                points(chart.categories()),
                escaped(placed.values(number)),
                WHOLE,
                points(values));
    }

    private static String points(List<?> values) {
        StringBuilder points = new StringBuilder("<c:ptCount val=\"" + values.size() + "\"/>");
        for (int index = 0; index < values.size(); index++) {
            String value = escaped(values.get(index).toString());
            points.append("<c:pt idx=\"" + index + "\"><c:v>" + value + "</c:v></c:pt>");
        }
        return points.toString();
    }

    private static String escaped(String text) {
        return ReportPage.escaped(text);
    }
}
