package io.almoner.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet, streamed; hidden ones are rows like others. */
final class XlsxRows implements RowSource {

    private static final int MAX_ROW = 1_048_576;
    private static final int LETTERS = 26;

    private final XmlPart xml;
    private final XlsxCells cells;
    private final String label;
    private int row;
    private boolean started;

    XlsxRows(XmlPart xml, XlsxCells cells, String label) {
        this.xml = xml;
        this.cells = cells;
        this.label = label;
    }

    @Override
    public @Nullable Row next() {
        enterSheet();
        while (xml.advance()) {
            if (xml.starts("row")) {
                return readRow();
            }
            if (xml.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private void enterSheet() {
        while (!started && xml.advance()) {
            started = xml.starts("sheetData");
        }
        started = true;
    }

    private Row readRow() {
        row = number(xml.attribute("r"), row + 1);
        List<String> texts = new ArrayList<>();
        Map<Integer, Row.Defect> defects = Map.of();
        while (xml.advance() && !xml.ends("row")) {
            if (!xml.starts("c")) {
                continue;
            }
            CellValue value = readCell(texts);
            if (value.defect() != null) {
                defects = defects.isEmpty() ? new HashMap<>() : defects;
                defects.put(texts.size() - 1, value.defect());
            }
        }
        return new Row(row, Row.Kind.DATA, texts, defects);
    }

    /** Adds the cell's text at its place, and empty ones before it. */
    private CellValue readCell(List<String> texts) {
        int column = texts.size();
        int style = -1;
        String type = null;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> column = column(xml.attributeValue(i), texts.size());
                case "s" -> style = number(xml.attributeValue(i));
                case "t" -> type = xml.attributeValue(i);
                default -> {
                    // how it looks
                }
            }
        }
        fill(texts, column);
        CellValue value = cells.read(xml, type, style);
        texts.add(value.text());
        return value;
    }

    private void fill(List<String> texts, int column) {
        if (column >= CsvDialect.MAX_COLUMNS) {
            throw tooWide();
        }
        while (texts.size() < column) {
            texts.add("");
        }
    }

    private int number(@Nullable String text, int least) {
        int number = text == null ? least : number(text);
        if (number < least || number > MAX_ROW) {
            throw Refusal.DAMAGED.of(label);
        }
        return number;
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.DAMAGED.of(label, e);
        }
    }

    /** The position of a reference such as {@code AB12}, counted from 0. */
    private int column(String reference, int least) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * LETTERS + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            if (column > CsvDialect.MAX_COLUMNS || column < 0) {
                throw tooWide();
            }
        }
        if (column - 1 < least) {
            throw Refusal.DAMAGED.of(label);
        }
        return column - 1;
    }

    private UnusableInputException tooWide() {
        return Refusal.TOO_WIDE.of(label, Integer.toString(CsvDialect.MAX_COLUMNS));
    }

    @Override
    public void close() {
        cells.close();
        xml.close();
    }
}
