package io.almoner.report;

import java.util.List;

/** The part of a workbook that says where the charts of a sheet stand and what they show, in words. */
final class DrawingPart {

    private static final String DRAWING = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
            %s</xdr:wsDr>
            """;

    private static final String FRAME = """
            <xdr:twoCellAnchor editAs="oneCell">
            <xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%2$d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
            <xdr:to><xdr:col>%3$d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%4$d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
            <xdr:graphicFrame macro="">
            <xdr:nvGraphicFramePr><xdr:cNvPr id="%5$d" name="%6$s" descr="%7$s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>
            <xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId%1$d"/>
            </a:graphicData></a:graphic>
            </xdr:graphicFrame>
            <xdr:clientData/>
            </xdr:twoCellAnchor>
            """;

    private final List<SheetChart> charts;
    private final Texts texts;

    DrawingPart(List<SheetChart> charts, Texts texts) {
        this.charts = List.copyOf(charts);
        this.texts = texts;
    }

    /** The relation {@code rIdN} leads to the Nth chart. */
    String xml() {
        StringBuilder frames = new StringBuilder();
        for (int number = 1; number <= charts.size(); number++) {
            frames.append(frame(number, charts.get(number - 1)));
        }
        return DRAWING.formatted(frames);
    }

    private String frame(int number, SheetChart placed) {
        return FRAME.formatted(
                number,
                placed.top(),
                SheetChart.NAMES,
                placed.top() + placed.rows(),
                number + 1,
                ReportPage.escaped(placed.chart().title()),
                ReportPage.escaped(placed.chart().description(texts)));
    }
}
