package io.almoner.intake;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell styles show a number as a date. */
final class CellStyles {

    private final BitSet dates = new BitSet();

    /** @param xml the styles; null when the workbook has none */
    static CellStyles read(@Nullable XmlPart xml) {
        CellStyles styles = new CellStyles();
        if (xml != null) {
            styles.readAll(xml);
        }
        return styles;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    private void readAll(XmlPart xml) {
        Map<Integer, String> formats = new HashMap<>();
        boolean inCellFormats = false;
        int style = 0;
        while (xml.advance()) {
            if (xml.starts("numFmt")) {
                formats.put(number(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
            } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                inCellFormats = xml.isStart();
            } else if (inCellFormats && xml.starts("xf")) {
                int format = number(xml.attribute("numFmtId"));
                dates.set(style++, DateUtil.isADateFormat(format, formats.get(format)));
            }
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
