package io.almoner.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfIndirectReference;
import com.lowagie.text.pdf.PdfLiteral;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfWriter;

/**
 * The structure tree of a PDF. A tag is written as soon as it is complete, so that only those that are open take memory;
 * OpenPDF's own tree would hold a million of them until the last page. They are written as text for the same reason: a
 * long table has so many that building each from objects would take longer than drawing the table.
 */
final class TagTree {

    private final PdfWriter writer;
    private final Tag document;
    private final StringBuilder marksOfPages = new StringBuilder();
    private StringBuilder marks = new StringBuilder();
    private int markCount;
    private int pages;
    private String page = "";

    TagTree(PdfWriter writer) {
        this.writer = writer;
        this.document = new Tag("Document", writer.getStructureTreeRoot().getReference());
    }

    /** A piece of the document's structure. */
    final class Tag {

        private final String type;
        private final PdfIndirectReference parent;
        private final PdfIndirectReference reference = writer.getPdfIndirectReference();
        private final StringBuilder children = new StringBuilder();
        private String attributes = "";

        private Tag(String type, PdfIndirectReference parent) {
            this.type = type;
            this.parent = parent;
        }

        /** A new tag within this one. */
        Tag add(String childType) {
            Tag child = new Tag(childType, reference);
            children.append(child.reference).append(' ');
            return child;
        }

        /** What people are told who cannot see it. */
        void describe(String text) {
            String digits = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
            attributes += "/Alt<FEFF" + digits + ">";
        }

        /** Makes a cell as wide as so many columns. */
        void span(int columns) {
            attributes += "/A<</O/Table/ColSpan " + columns + ">>";
        }

        /** Makes a cell the head of its column. */
        void headColumn() {
            attributes += "/A<</O/Table/Scope/Column>>";
        }

        /** Tells where on its page it is drawn. */
        void place(float left, float bottom, float right, float top) {
            attributes +=
                    String.format(Locale.ROOT, "/A<</O/Layout/BBox[%.1f %.1f %.1f %.1f]>>", left, bottom, right, top);
        }

        /** The number under which the page shows a part of it. */
        int mark() {
            marks.append(reference).append(' ');
            children.append(markCount).append(' ');
            if (page.isEmpty()) {
                page = "/Pg " + writer.getPageReference(writer.getCurrentPageNumber());
            }
            return markCount++;
        }

        /** Writes it; nothing can be added any more. */
        void close() {
            String shownOn = children.indexOf("R") < 0 ? page : "";
            written("<</S/" + type + "/P " + parent + shownOn + attributes + "/K[" + children + "]>>", reference);
        }
    }

    Tag document() {
        return document;
    }

    /** To be told after each page, when nothing is open that the page shows. */
    void endPage() {
        marksOfPages.append(pages).append(' ').append(written("[" + marks + "]", writer.getPdfIndirectReference()));
        marksOfPages.append(' ');
        marks = new StringBuilder();
        markCount = 0;
        page = "";
        pages++;
    }

    /** Writes what is open; the writer itself then writes the root. */
    void finish() {
        document.close();
        PdfDictionary root = writer.getStructureTreeRoot();
        // one reference, not an array: the writer would take an array for elements of its own
        root.put(PdfName.K, document.reference);
        root.put(PdfName.PARENTTREE, written("<</Nums[" + marksOfPages + "]>>", writer.getPdfIndirectReference()));
        root.put(PdfName.PARENTTREENEXTKEY, new PdfNumber(pages));
    }

    private PdfIndirectReference written(String text, PdfIndirectReference reference) {
        try {
            writer.addToBody(new PdfLiteral(PdfObject.DICTIONARY, text), reference);
            return reference;
        } catch (IOException e) {
            throw new ExceptionConverter(e);
        }
    }
}
