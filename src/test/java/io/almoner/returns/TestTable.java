package io.almoner.returns;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Layout;
import io.almoner.intake.LayoutColumn;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/** A table of keys with its rows in memory; the file of that path exists only where a test makes it. */
final class TestTable {

    private static final Layout KEYS = new Layout(
            "pmc_keys",
            40,
            Set.of("migrate"),
            List.of(column("LocationMpnId", false), column("BenefitName", false), column("ProductKey", true)),
            List.of());

    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, List<Finding>> findings = new TreeMap<>();
    private final List<String> headers;
    private Path path = Path.of("pmc_keys.csv");
    private @Nullable String name;
    private Charset encoding = StandardCharsets.UTF_8;
    private char delimiter = ',';
    private @Nullable String sheet;

    TestTable(String... headers) {
        this.headers = List.of(headers);
    }

    static TestTable ofKeys() {
        return new TestTable("LocationMpnId", "BenefitName", "ProductKey");
    }

    TestTable at(Path file) {
        this.path = file;
        return this;
    }

    TestTable named(String other) {
        this.name = other;
        return this;
    }

    TestTable encoded(Charset charset, char separator) {
        this.encoding = charset;
        this.delimiter = separator;
        return this;
    }

    TestTable sheet(String name) {
        this.sheet = name;
        return this;
    }

    TestTable row(String... cells) {
        rows.add(new Row(rows.size() + 2, Row.Kind.DATA, Arrays.asList(cells), Map.of()));
        return this;
    }

    /** Adds a row that is refused for these reasons. */
    TestTable refused(List<Finding> reasons, String... cells) {
        row(cells);
        findings.put(rows.size() + 1, reasons);
        return this;
    }

    SourceTable table() {
        boolean csv = sheet == null;
        List<Integer> positions = KEYS.columns().stream()
                .map(column -> headers.indexOf(column.name()))
                .toList();
        return new SourceTable(
                path,
                name == null ? path.getFileName().toString() : name,
                null,
                sheet,
                "0".repeat(64),
                KEYS,
                csv ? SourceTable.Format.CSV : SourceTable.Format.XLSX,
                csv ? encoding : null,
                csv ? delimiter : null,
                1,
                headers,
                positions,
                List.of());
    }

    Refused refused() {
        BitSet numbers = new BitSet();
        findings.keySet().forEach(numbers::set);
        return new Refused(table(), numbers, findings::get);
    }

    /** A writer that reads these tables again; secrets become {@code *****-LAST5#7}. */
    static RejectsWriter writer(Messages messages, TestTable... tables) {
        Map<String, TestTable> byLabel = new HashMap<>();
        for (TestTable table : tables) {
            byLabel.put(table.table().label(), table);
        }
        return new RejectsWriter(
                source -> new Cursor(byLabel.get(source.label()).rows.iterator()),
                messages,
                clear -> "*****-" + clear.substring(clear.length() - 5) + "#7");
    }

    private static LayoutColumn column(String name, boolean secret) {
        LayoutColumn.Secrecy secrecy = secret ? LayoutColumn.Secrecy.KEY : LayoutColumn.Secrecy.OPEN;
        return new LayoutColumn(name, true, false, secrecy, false, List.of(), Map.of(), List.of());
    }

    private record Cursor(Iterator<Row> rows) implements RowCursor {

        @Override
        public @Nullable Row next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public void close() {}
    }
}
