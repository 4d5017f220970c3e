package io.almoner.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import com.lowagie.text.pdf.ByteBuffer;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.util.StyledTextListWriter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import net.sf.jasperreports.pdf.common.PdfTagger;
import org.jspecify.annotations.Nullable;

import io.almoner.report.TagTree.Tag;

/**
 * Tags what a report draws, so that it can be read aloud: headings, tables of rows and cells, paragraphs and pictures.
 * What a thing is follows from {@link TagRole}. Lines, running heads, page numbers and what is only drawn again because
 * its group goes on on a new page are no part of what is read.
 */
final class Tags implements PdfTagger {

    private static final String ARTIFACT = "/Artifact BMC\n";
    private static final String END = "EMC\n";
    private static final int NOWHERE = -1;

    private final Deque<Drawn> drawn = new ArrayDeque<>();
    private final Set<Integer> named = new HashSet<>();
    private @Nullable ClassicPdfProducer producer;
    private @Nullable TagTree tree;
    private @Nullable TagTable table;
    private int nameAt = NOWHERE;
    private boolean nameRepeats;
    private int artifactFrom;
    private int artifactBegun;

    /** An element that is being drawn. Its tag is made when its first words are, or at once where a row would lack a cell. */
    private static final class Drawn {

        private final TagRole role;
        private @Nullable Tag tag;

        Drawn(TagRole role, @Nullable Tag tag) {
            this.role = role;
            this.tag = tag;
        }
    }

    @Override
    public void setLanguage(String language) {
        // the exporter has put it into the catalog
    }

    @Override
    public void setPdfProducer(PdfProducer writing) {
        producer = (ClassicPdfProducer) writing;
    }

    @Override
    public void init() {
        tree = new TagTree(producer().getPdfWriter());
    }

    private ClassicPdfProducer producer() {
        return Objects.requireNonNull(producer);
    }

    private TagTree tree() {
        return Objects.requireNonNull(tree);
    }

    @Override
    public void startPage() {
        nameAt = NOWHERE;
    }

    @Override
    public void endPage() {
        if (table != null) {
            table.endRow();
        }
        tree().endPage();
    }

    /** Writes what is open; to be told when all pages are drawn. */
    void finish() {
        if (tree != null) {
            endTable();
            tree.finish();
        }
    }

    @Override
    public void startElement(JRPrintElement element) {
        TagRole role = TagRole.of(element);
        TagRole read = isRepeated(element, role) ? TagRole.ARTIFACT : role;
        if (read == TagRole.TITLE || read == TagRole.HEADING) {
            endTable();
        }
        drawn.push(new Drawn(read, cell(element, read)));
    }

    /** Whether it is drawn again because its group goes on on a new page, or stands beside a name that is. */
    private boolean isRepeated(JRPrintElement element, TagRole role) {
        return switch (role) {
            case HEADING, GROUP -> {
                if (element.getY() != nameAt) {
                    nameAt = element.getY();
                    nameRepeats = !isBookmarked(element) && named.contains(element.getSourceElementId());
                }
                yield nameRepeats;
            }
            case COLUMN_HEAD -> table != null && table.hasHead(element);
            case TITLE, CELL, PARAGRAPH, PICTURE, ARTIFACT -> false;
        };
    }

    /** A name has a bookmark where its group begins, and none where it goes on. */
    private boolean isBookmarked(JRPrintElement element) {
        boolean bookmarked = element instanceof JRPrintText text && text.getBookmarkLevel() > 0;
        if (bookmarked) {
            named.add(element.getSourceElementId());
        }
        return bookmarked;
    }

    private @Nullable Tag cell(JRPrintElement element, TagRole role) {
        return switch (role) {
            case COLUMN_HEAD -> table().head(element);
            case CELL -> table().cell(element);
            case GROUP -> table == null ? null : table.group(element);
            case TITLE, HEADING, PARAGRAPH, PICTURE, ARTIFACT -> null;
        };
    }

    private TagTable table() {
        TagTable current = table;
        if (current == null) {
            current = new TagTable(tree().document());
            table = current;
        }
        return current;
    }

    private void endTable() {
        if (table != null) {
            table.close();
            table = null;
        }
    }

    @Override
    public void endElement(JRPrintElement element) {
        Drawn ended = drawn.pop();
        Tag tag = ended.tag;
        boolean inRow = ended.role == TagRole.CELL || ended.role == TagRole.COLUMN_HEAD || ended.role == TagRole.GROUP;
        if (tag != null && !(inRow && table != null)) {
            tag.close();
        }
    }

    @Override
    public void startText(JRPrintText text) {
        Drawn current = drawn.element();
        switch (current.role) {
            case ARTIFACT -> literal(ARTIFACT);
            case TITLE -> begin(current, "H1");
            case HEADING -> begin(current, "H2");
            case GROUP -> begin(current, table == null ? "H3" : "P");
            case PARAGRAPH, COLUMN_HEAD, CELL, PICTURE -> begin(current, "P");
        }
    }

    @Override
    public void startText(JRPrintText text, String link) {
        startText(text);
    }

    private void begin(Drawn current, String type) {
        Tag tag = current.tag;
        if (tag == null) {
            tag = tree().document().add(type);
            current.tag = tag;
        }
        literal("/" + type + " <</MCID " + tag.mark() + ">> BDC\n");
    }

    @Override
    public void endText() {
        literal(END);
    }

    @Override
    public void startImage(JRPrintImage image, float left, float bottom, float right, float top) {
        Tag figure = tree().document().add("Figure");
        drawn.element().tag = figure;
        figure.place(left, bottom, right, top);
        String told = image.getHyperlinkTooltip();
        if (told != null) {
            figure.describe(told);
        }
        literal("/Figure <</MCID " + figure.mark() + ">> BDC\n");
    }

    @Override
    public void endImage() {
        literal(END);
    }

    @Override
    public void beginArtifact() {
        artifactFrom = drawnBytes().size();
        literal(ARTIFACT);
        artifactBegun = drawnBytes().size();
    }

    /** Most cells have neither border nor background: marks around nothing would make up half of the file. */
    @Override
    public void endArtifact() {
        if (drawnBytes().size() == artifactBegun) {
            drawnBytes().setSize(artifactFrom);
        } else {
            literal(END);
        }
    }

    private ByteBuffer drawnBytes() {
        return producer().getPdfContentByte().getInternalBuffer();
    }

    private void literal(String operators) {
        producer().getPdfContent().setLiteral(operators);
    }

    @Override
    public boolean isFirstLinkParagraph() {
        return false;
    }

    @Override
    public @Nullable PdfStructureEntry getCurrentLinkTag() {
        return null;
    }

    @Override
    public @Nullable StyledTextListWriter getListWriter() {
        return null;
    }
}
