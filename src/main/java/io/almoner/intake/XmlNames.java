package io.almoner.intake;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The names in one XML part, which the parser keeps for ever: a part of endless new names would fill the memory and slow
 * the parser down, and no workbook has more than a few dozen.
 */
final class XmlNames {

    private static final int MAX_NAMES = 2_000;
    private static final int MAX_DECLARATIONS = 20_000;

    private final Set<String> names = new HashSet<>();
    private int declarations;

    /** Whether the element that starts here still leaves the part believable. */
    boolean accept(XMLStreamReader element) {
        names.add(element.getLocalName());
        for (int i = 0; i < element.getAttributeCount(); i++) {
            names.add(element.getAttributeLocalName(i));
        }
        declarations += element.getNamespaceCount();
        return names.size() <= MAX_NAMES && declarations <= MAX_DECLARATIONS;
    }
}
