package io.almoner.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XML document or of one part of a workbook, pulled one by one and by their local names, so that the
 * transitional and the strict dialect read alike. No document type, bounded depth, bounded text.
 */
final class XmlPart implements Closeable {

    private static final int MAX_DEPTH = 64;

    /** Twice what a cell can hold; the cell itself is judged where it is known to be one. */
    private static final int MAX_TEXT = 65_536;

    private final String label;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final XmlNames names = new XmlNames();
    private int depth;

    /** @param label what the user calls the file */
    XmlPart(InputStream part, String label) {
        this.label = label;
        this.in = new MarkupInput(part, label);
        try {
            this.xml = factory().createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException e) {
            throw refused(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The next start or end of an element; false at the end of the part. */
    boolean advance() {
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // text between elements means nothing
                }
            }
        }
    }

    /** The next start, end or piece of text, whatever it is; false at the end of the part. */
    boolean advanceToAny() {
        return step() != XMLStreamConstants.END_DOCUMENT;
    }

    /** The text or comment that stands here; empty between elements. */
    String piece() {
        int event = xml.getEventType();
        return isText(event) || event == XMLStreamConstants.COMMENT ? xml.getText() : "";
    }

    boolean isEnd() {
        return xml.isEndElement();
    }

    private int step() {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Refusal.DAMAGED.of(label);
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > MAX_DEPTH || (event == XMLStreamConstants.START_ELEMENT && !names.accept(xml))) {
                throw Refusal.BOMB.of(label, xml.getLocalName());
            }
            return event;
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (UnusableInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    /** The local name of the element that starts or ends here. */
    String element() {
        return xml.getLocalName();
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    /** An attribute of the element that starts here, by its local name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text up to the end of the element that starts here; its own elements are passed over with their text. */
    String text() {
        int inside = depth;
        String only = "";
        StringBuilder several = null;
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.END_DOCUMENT || depth < inside) {
                return several == null ? only : several.toString();
            }
            if (isText(event) && depth == inside) {
                String piece = xml.getText();
                if (several != null) {
                    several.append(piece);
                } else if (only.isEmpty()) {
                    only = piece;
                } else {
                    several = new StringBuilder(only).append(piece);
                }
                bound(several == null ? only.length() : several.length());
            }
        }
    }

    /** As {@link #text()}, but an element inside leaves its tag: what looks plain then is plain. */
    String textWithTags() {
        int inside = depth;
        StringBuilder text = new StringBuilder();
        for (int event = step(); depth >= inside && event != XMLStreamConstants.END_DOCUMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.append('<').append(xml.getLocalName()).append('>');
            } else if (isText(event)) {
                text.append(xml.getText());
            }
            bound(text.length());
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private void bound(int length) {
        if (length > MAX_TEXT) {
            throw Refusal.CELL_TOO_LONG.of(label);
        }
    }

    private UnusableInputException refused(Exception cause) {
        return Refusal.DAMAGED.of(label, cause);
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            // it was only read
        }
    }
}
