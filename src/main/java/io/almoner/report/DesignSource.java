package io.almoner.report;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import net.sf.jasperreports.engine.JRRuntimeException;

import io.almoner.report.BrokenDesignException.Fault;

/** A design or a style template as text: what stands on which line. JasperReports itself forgets that while it reads. */
final class DesignSource {

    private final Path file;
    private final List<Text> texts = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();

    /** An attribute, and the line of its element. */
    record Attribute(int line, String element, String name, String value) {}

    /** What an element holds, and the line on which it begins. */
    record Text(int line, String element, String value) {}

    private DesignSource(Path file) {
        this.file = file;
    }

    /** @throws BrokenDesignException when it is no well-formed XML */
    static DesignSource read(Path file, byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        DesignSource source = new DesignSource(file);
        try {
            source.readFrom(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            throw source.notWellFormed(e);
        }
        return source;
    }

    private void readFrom(XMLStreamReader xml) throws XMLStreamException {
        Deque<Integer> lines = new ArrayDeque<>();
        Deque<String> names = new ArrayDeque<>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    lines.push(xml.getLocation().getLineNumber());
                    names.push(xml.getLocalName());
                    keepAttributes(xml);
                }
                case XMLStreamReader.END_ELEMENT -> {
                    lines.pop();
                    names.pop();
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        texts.add(new Text(
                                lines.element(), names.element(), xml.getText().strip()));
                    }
                }
                default -> {
                    // comments and the like say nothing to the program
                }
            }
        }
    }

    private void keepAttributes(XMLStreamReader xml) {
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            attributes.add(new Attribute(
                    xml.getLocation().getLineNumber(),
                    xml.getLocalName(),
                    xml.getAttributeLocalName(index),
                    xml.getAttributeValue(index)));
        }
    }

    private BrokenDesignException notWellFormed(XMLStreamException e) {
        Location at = e.getLocation();
        String reason = String.valueOf(e.getMessage()).replaceAll("(?s)^ParseError.*Message: ", "");
        return at == null
                ? broken(new Fault(0, "This is no XML: " + reason))
                : broken(new Fault(
                        at.getLineNumber(), "This is no XML at column " + at.getColumnNumber() + ": " + reason));
    }

    /** What JasperReports could not read, in words for those who wrote it. */
    static Fault unreadable(JRRuntimeException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        if (!(cause instanceof JsonProcessingException fault)) {
            return new Fault(0, "This is no design: " + failure.getMessage());
        }
        int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return new Fault(line, "\"" + unknown.getPropertyName() + "\" is not known here.");
        }
        if (fault instanceof InvalidTypeIdException unknown) {
            return new Fault(line, "\"" + unknown.getTypeId() + "\" is no kind of element.");
        }
        return new Fault(line, fault.getOriginalMessage());
    }

    BrokenDesignException broken(Fault fault) {
        return broken(List.of(fault));
    }

    BrokenDesignException broken(List<Fault> faults) {
        return new BrokenDesignException(file, faults);
    }

    /** The attributes of that name. */
    Stream<Attribute> attributes(String name) {
        return attributes.stream().filter(attribute -> attribute.name().equals(name));
    }

    /** What elements hold: texts and expressions. */
    Stream<Text> texts() {
        return texts.stream();
    }

    /** What elements of that name hold. */
    Stream<Text> texts(String element) {
        return texts.stream().filter(text -> text.element().equals(element));
    }

    /** The line of an element that holds exactly that text; 0 when there is none. */
    int lineOfText(String text) {
        return texts.stream()
                .filter(held -> held.value().equals(text.strip()))
                .mapToInt(Text::line)
                .findFirst()
                .orElse(0);
    }

    /** The line of the element of that kind and name; 0 when there is none. */
    int lineOfNamed(String element, String name) {
        return attributes("name")
                .filter(attribute ->
                        attribute.element().equals(element) && attribute.value().equals(name))
                .mapToInt(Attribute::line)
                .findFirst()
                .orElse(0);
    }
}
