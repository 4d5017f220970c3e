package io.almoner.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A workbook in either dialect of Office Open XML, read part by part from an archive that is not trusted. */
final class XlsxWorkbook implements Workbook {

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final int MAX_SHEETS = 500;

    private final Archive archive;
    private final String label;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final Map<String, String> partOfSheet = new HashMap<>();
    private final Relationships relationships;
    private NumberCell.DateSystem dateSystem = NumberCell.DateSystem.FROM_1900;

    private XlsxWorkbook(Archive archive, String label) throws IOException {
        this.archive = archive;
        this.label = label;
        for (ZipArchiveEntry entry : archive.entries()) {
            if (parts.put(normal(entry.getName()), entry) != null) {
                throw Refusal.DUPLICATE_ENTRY.of(label, entry.getName());
            }
        }
        String workbook = workbookPart();
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String name = workbook.substring(folder.length());
        this.relationships = relationships(folder + "_rels/" + name + ".rels", folder);
        try (XmlPart xml = part(workbook)) {
            readWorkbook(xml);
        }
    }

    /** Whether an archive is an Office document at all. */
    static boolean isIn(Archive archive) {
        return archive.entries().stream()
                .anyMatch(entry -> normal(entry.getName()).equals(CONTENT_TYPES));
    }

    /** @param label what the user calls the file */
    static XlsxWorkbook open(Path file, String label) throws IOException {
        Archive archive = Archive.open(file, label);
        try {
            return new XlsxWorkbook(archive, label);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private String workbookPart() throws IOException {
        String found =
                relationships("_rels/.rels", "").ofType("/officeDocument").orElse("xl/workbook.xml");
        if (!found.endsWith(".xml") || !found.contains("workbook") || !parts.containsKey(found)) {
            throw Refusal.OTHER_FORMAT.of(label);
        }
        return found;
    }

    private Relationships relationships(String part, String folder) throws IOException {
        if (!parts.containsKey(part)) {
            return Relationships.NONE;
        }
        try (XmlPart xml = part(part)) {
            return Relationships.read(xml, folder);
        }
    }

    private void readWorkbook(XmlPart xml) {
        if (!xml.advance() || !xml.starts("workbook")) {
            throw Refusal.OTHER_FORMAT.of(label);
        }
        while (xml.advance()) {
            if (xml.starts("workbookPr") && isTrue(xml.attribute("date1904"))) {
                dateSystem = NumberCell.DateSystem.FROM_1904;
            } else if (xml.starts("sheet")) {
                addSheet(xml);
            }
        }
    }

    private void addSheet(XmlPart xml) {
        String name = xml.attribute("name");
        Optional<String> part = Optional.ofNullable(xml.attribute("id")).flatMap(relationships::worksheet);
        if (name == null || tabs.size() >= MAX_SHEETS) {
            throw Refusal.DAMAGED.of(label);
        }
        String state = xml.attribute("state");
        part.ifPresent(target -> {
            boolean visible = state == null || state.equals("visible");
            tabs.add(new Tab(name, visible ? Visibility.VISIBLE : Visibility.HIDDEN));
            partOfSheet.put(name, target);
        });
    }

    @Override
    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    @Override
    public RowSource rows(String sheet) throws IOException {
        String part = partOfSheet.get(sheet);
        if (part == null) {
            throw Refusal.NO_SUCH_SHEET.of(
                    label, sheet, String.join(", ", tabs.stream().map(Tab::name).toList()));
        }
        CellStyles styles = styles();
        Optional<String> texts = relationships.ofType("/sharedStrings").filter(parts::containsKey);
        SharedStrings strings = new SharedStrings(texts.isPresent() ? part(texts.get()) : null, label);
        XlsxCells cells = new XlsxCells(strings, styles, new NumberCell(dateSystem), label);
        return new XlsxRows(part(part), cells, label);
    }

    private CellStyles styles() throws IOException {
        Optional<String> part = relationships.ofType("/styles").filter(parts::containsKey);
        if (part.isEmpty()) {
            return CellStyles.read(null);
        }
        try (XmlPart xml = part(part.get())) {
            return CellStyles.read(xml);
        }
    }

    private XmlPart part(String name) throws IOException {
        ZipArchiveEntry entry = parts.get(name);
        if (entry == null) {
            throw Refusal.DAMAGED.of(label);
        }
        return new XmlPart(new BufferedInputStream(archive.read(entry), 1 << 16), label);
    }

    private static String normal(String name) {
        String forward = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return forward.startsWith("/") ? forward.substring(1) : forward;
    }

    private static boolean isTrue(@org.jspecify.annotations.Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    @Override
    public void close() {
        archive.close();
    }
}
