package io.almoner.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The keys in a document that my.visualstudio.com exports, one a row. Both of its forms are read alike, in any name space:
 *
 * <pre>
 * &lt;root&gt;&lt;YourKey&gt;&lt;Product_Key Name KeyRetrievalNote&gt;&lt;Key ID Type ClaimedDate&gt;KEY&lt;/Key&gt;...
 * &lt;Your_Product_Keys&gt;&lt;Product_Key Name Key Key_Type Date_Key_Claimed/&gt;...
 * </pre>
 */
final class KeyRows implements RowSource {

    /** The names of the cells, in their order. */
    static final List<String> HEADER =
            List.of("BenefitName", "KeyRetrievalNote", "KeyId", "KeyType", "ClaimedDate", "ProductKey");

    private static final int BUFFER = 1 << 16;

    private final XmlPart xml;
    private final String label;
    private final KeyCells cells = new KeyCells();
    private int number = 1;
    private CellValue product = CellValue.EMPTY;
    private CellValue note = CellValue.EMPTY;

    private KeyRows(XmlPart xml, String label) {
        this.xml = xml;
        this.label = label;
    }

    /** Whether an XML document begins like one of keys; what cannot even be parsed so far is another kind. */
    static boolean areIn(Source source) throws IOException {
        try (XmlPart xml = document(source)) {
            return begin(xml);
        } catch (UnusableInputException e) {
            return false;
        }
    }

    /** @throws UnusableInputException when it is no document of keys any more */
    static KeyRows open(Source source) throws IOException {
        XmlPart xml = document(source);
        try {
            if (!begin(xml)) {
                throw Refusal.DAMAGED.of(source.label());
            }
            return new KeyRows(xml, source.label());
        } catch (RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    private static XmlPart document(Source source) throws IOException {
        InputStream in = new BufferedInputStream(source.open(), BUFFER);
        try {
            return new XmlPart(in, source.label());
        } catch (UnusableInputException e) {
            in.close();
            throw e;
        }
    }

    /** Others call their outermost element "root" too. */
    private static boolean begin(XmlPart xml) {
        return xml.advance()
                && (xml.starts("Your_Product_Keys")
                        || xml.starts("YourKey")
                        || (xml.starts("root") && xml.advance() && xml.starts("YourKey")));
    }

    @Override
    public @Nullable Row next() {
        while (xml.advance()) {
            if (xml.starts("Product_Key")) {
                product = attribute("Name");
                note = attribute("KeyRetrievalNote");
                if (xml.attribute("Key") != null) {
                    return older();
                }
            } else if (xml.starts("Key")) {
                return newer();
            } else if (xml.ends("Product_Key")) {
                product = CellValue.EMPTY;
                note = CellValue.EMPTY;
            }
        }
        return null;
    }

    private Row older() {
        CellValue key = cells.key(value("Key"));
        return row(CellValue.EMPTY, attribute("Key_Type"), claimed("Date_Key_Claimed"), key);
    }

    /** The key itself is read last: with it the element, and its attributes, are over. */
    private Row newer() {
        CellValue id = attribute("ID");
        CellValue type = attribute("Type");
        CellValue claimed = claimed("ClaimedDate");
        return row(id, type, claimed, cells.key(checked(xml.textWithTags())));
    }

    private CellValue attribute(String name) {
        return cells.text(value(name));
    }

    private CellValue claimed(String name) {
        return cells.claimed(value(name));
    }

    private String value(String name) {
        String value = xml.attribute(name);
        return value == null ? "" : checked(value);
    }

    private String checked(String text) {
        return RichText.checked(text, label);
    }

    /** @param own the cells after those of the product */
    private Row row(CellValue... own) {
        String[] texts = new String[HEADER.size()];
        texts[0] = product.text();
        texts[1] = note.text();
        Map<Integer, Row.Defect> defects = new HashMap<>();
        for (int i = 0; i < own.length; i++) {
            texts[i + 2] = own[i].text();
            Row.Defect defect = own[i].defect();
            if (defect != null) {
                defects.put(i + 2, defect);
            }
        }
        return new Row(++number, Row.Kind.DATA, Arrays.asList(texts), defects);
    }

    @Override
    public void close() {
        xml.close();
    }
}
