package io.almoner.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A workbook written by hand, to say what no library would. */
final class RawXlsx {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /** The header of a table of roles as inline strings. */
    static final String HEADER =
            "<row r=\"1\">" + text("A1", "OrgId") + text("B1", "Email") + text("C1", "Role") + "</row>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private RawXlsx() {}

    static RawXlsx of(String rows) {
        RawXlsx raw = new RawXlsx();
        raw.put("[Content_Types].xml", "<Types/>");
        raw.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        raw.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><workbookPr/><sheets><sheet name=\"roles\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        raw.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + RELATIONS
                        + "/styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"r3\" Type=\"" + RELATIONS
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        raw.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        return raw.sheet("<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    RawXlsx sheet(String xml) {
        return put("xl/worksheets/sheet1.xml", xml);
    }

    RawXlsx strings(String items) {
        return put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    RawXlsx from1904() {
        return put(
                "xl/workbook.xml",
                parts.get("xl/workbook.xml").replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));
    }

    RawXlsx strict() {
        parts.replaceAll((name, xml) -> xml.replace(MAIN, STRICT_MAIN).replace(RELATIONS, STRICT_RELATIONS));
        return this;
    }

    RawXlsx put(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    Map<String, byte[]> parts() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, xml) -> bytes.put(name, xml.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
