package io.almoner.intake;

import org.jspecify.annotations.Nullable;

/**
 * Cells of one sheet, from their XML to what they say.
 *
 * @param label what the user calls the file
 */
record XlsxCells(SharedStrings strings, CellStyles styles, NumberCell numbers, String label)
        implements java.io.Closeable {

    /** Reads to the end of the cell that starts here. */
    CellValue read(XmlPart xml, @Nullable String type, int style) {
        String value = null;
        boolean isFormula = false;
        while (xml.advance() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                return inline(xml);
            } else if (xml.starts("f")) {
                isFormula = true;
            }
        }
        if (value == null) {
            return isFormula ? CellValue.wrong("", Row.Defect.FORMULA_WITHOUT_VALUE) : CellValue.EMPTY;
        }
        return value(value, type == null ? "n" : type, style);
    }

    private CellValue inline(XmlPart xml) {
        CellValue value = CellValue.of(RichText.read(xml, "is", label));
        while (!xml.ends("c") && xml.advance()) {
            // nothing after the text matters
        }
        return value;
    }

    private CellValue value(String raw, String type, int style) {
        return switch (type) {
            case "s" -> CellValue.of(strings.get(index(raw)));
            case "str", "inlineStr" -> CellValue.of(RichText.unescaped(RichText.checked(raw, label)));
            case "b" -> CellValue.of(raw.strip().equals("1") || raw.strip().equals("true") ? "TRUE" : "FALSE");
            case "e" -> CellValue.wrong(raw, Row.Defect.ERROR_VALUE);
            case "d" -> numbers.isoDate(raw.strip());
            default -> numeric(raw, style);
        };
    }

    private CellValue numeric(String raw, int style) {
        String number = raw.strip();
        if (number.isEmpty()) {
            return CellValue.EMPTY;
        }
        return styles.isDate(style) ? numbers.date(number) : numbers.number(number);
    }

    private int index(String raw) {
        try {
            return Integer.parseInt(raw.strip());
        } catch (NumberFormatException e) {
            throw Refusal.DAMAGED.of(label, e);
        }
    }

    @Override
    public void close() {
        strings.close();
    }
}
