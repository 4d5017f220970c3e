package io.almoner.intake;

import java.util.Set;

/**
 * Looks for product keys in whatever a part of a workbook says: cells, notes, drop-downs, headers and footers, properties,
 * and texts that no cell points at any more. A key may stand in pieces of different fonts.
 */
final class WorkbookTexts {

    /** Elements whose pieces make one text. */
    private static final Set<String> WHOLE = Set.of("si", "is", "text", "p", "c");

    /** Longer texts are looked at in parts that overlap by more than a key. */
    private static final int LONGEST = 65_536;

    private static final int OVERLAP = 64;

    private final Mask mask = new Mask();
    private final StringBuilder piece = new StringBuilder();
    private final StringBuilder whole = new StringBuilder();
    private boolean keyFound;
    private long cells;

    /** Reads a part to its end. */
    void read(XmlPart xml) {
        while (xml.advanceToAny()) {
            if (xml.isStart()) {
                endPiece();
                start(xml);
            } else if (xml.isEnd()) {
                endPiece();
                if (WHOLE.contains(xml.element())) {
                    look(whole);
                    whole.setLength(0);
                }
            } else {
                piece.append(xml.piece());
                shorten(piece);
            }
        }
        look(whole);
        whole.setLength(0);
    }

    private void start(XmlPart xml) {
        cells += xml.starts("c") ? 1 : 0;
        for (int i = 0; i < xml.attributes(); i++) {
            look(xml.attributeValue(i));
        }
    }

    private void endPiece() {
        look(piece);
        whole.append(piece);
        piece.setLength(0);
        shorten(whole);
    }

    private void shorten(StringBuilder text) {
        if (text.length() > LONGEST) {
            look(text);
            text.delete(0, text.length() - OVERLAP);
        }
    }

    private void look(CharSequence text) {
        if (!keyFound && text.length() > 0) {
            String said = RichText.unescaped(text.toString());
            keyFound = !mask.keysIn(said).equals(said);
        }
    }

    boolean hasKey() {
        return keyFound;
    }

    /** How many cells the sheets have that were read. */
    long cells() {
        return cells;
    }
}
