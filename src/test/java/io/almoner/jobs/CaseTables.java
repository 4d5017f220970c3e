package io.almoner.jobs;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import io.almoner.intake.LayoutColumn;
import io.almoner.intake.Layouts;

/** Makes the files of a case out of its rows and those of the base organisation. */
final class CaseTables {

    private static final Set<String> NOT_CELLS = Set.of("like", "times", "is", "says", "under");
    private static final String NOT_LOOKED_AT = "";
    private static final String BULK = "bulk_assignments";

    private final Layouts layouts = Layouts.load();
    private final Map<String, Map<String, Map<String, Object>>> base;

    /**
     * @param base the named rows of the base organisation, by table
     */
    CaseTables(Map<String, Map<String, Map<String, Object>>> base) {
        this.base = base;
    }

    /** The files of a case and of the runs before it, and what is expected of the rows. */
    record Rows(
            Map<String, String> files,
            Map<String, String> earlier,
            Map<String, String> assigned,
            Map<String, Map<Integer, ExpectedRow>> expected) {}

    Rows rows(Map<String, Object> data) {
        return data.containsKey("assign") ? assignment(data) : migration(data);
    }

    private Rows assignment(Map<String, Object> data) {
        Map<String, List<Map<String, Object>>> migrated = joined(organisation(data), tables(data.get("rows")));
        Map<String, Object> assigned = cast(data.getOrDefault("assigned", Map.of()));
        List<Map<String, Object>> wishes = bulk(data.get("assign")).stream()
                .map(row -> under(String.valueOf(data.getOrDefault("policy", "2020-03")), row))
                .toList();
        return new Rows(
                wishes.isEmpty() ? Map.of() : files(Map.of(BULK, wishes)),
                files(migrated),
                assigned.isEmpty() ? Map.of() : files(Map.of(BULK, bulk(assigned.get("rows")))),
                Map.of(BULK + ".csv", expected(wishes, data.get("every"))));
    }

    private List<Map<String, Object>> bulk(Object rows) {
        return rows == null ? List.of() : tables(Map.of(BULK, rows)).get(BULK);
    }

    /** The row with what is expected of it under one policy, where that is another thing than under the others. */
    private static Map<String, Object> under(String policy, Map<String, Object> row) {
        Map<String, Map<String, Object>> policies = cast(row.getOrDefault("under", Map.of()));
        Map<String, Object> own = policies.get(policy);
        if (own == null) {
            return row;
        }
        Map<String, Object> other = new LinkedHashMap<>(row);
        other.remove("is");
        other.remove("says");
        other.putAll(own);
        return other;
    }

    private Rows migration(Map<String, Object> data) {
        Map<String, List<Map<String, Object>>> own = tables(data.get("rows"));
        Map<String, List<Map<String, Object>>> organisation = organisation(data);
        boolean twoRuns = data.containsKey("before");
        Map<String, List<Map<String, Object>>> first = joined(organisation, twoRuns ? tables(data.get("before")) : own);
        Map<String, List<Map<String, Object>>> judged = twoRuns ? own : first;
        Map<String, Map<Integer, ExpectedRow>> expected = new LinkedHashMap<>();
        judged.forEach((table, rows) -> expected.put(table + ".csv", expected(rows, data.get("every"))));
        return new Rows(files(judged), twoRuns ? files(first) : Map.of(), Map.of(), expected);
    }

    /** The base organisation with this case's changes; its rows are looked at only where the case changes them. */
    private Map<String, List<Map<String, Object>>> organisation(Map<String, Object> data) {
        Map<String, Map<String, Map<String, Object>>> changes = cast(data.getOrDefault("change", Map.of()));
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        if ("none".equals(data.get("base"))) {
            return tables;
        }
        base.forEach((table, rows) -> {
            if (table.equals(BULK)) {
                return; // wishes, which come after the organisation
            }
            List<Map<String, Object>> list = new ArrayList<>();
            rows.forEach((name, row) ->
                    list.add(changed(row, changes.getOrDefault(table, Map.of()).get(name))));
            tables.put(table, list);
        });
        return tables;
    }

    private static Map<String, Object> changed(Map<String, Object> row, Map<String, Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        if (change == null) {
            changed.put("is", NOT_LOOKED_AT);
        } else {
            changed.putAll(change);
        }
        return changed;
    }

    private static Map<String, List<Map<String, Object>>> joined(
            Map<String, List<Map<String, Object>>> one, Map<String, List<Map<String, Object>>> other) {
        Map<String, List<Map<String, Object>>> joined = new LinkedHashMap<>();
        one.forEach((table, rows) -> joined.put(table, new ArrayList<>(rows)));
        other.forEach((table, rows) ->
                joined.computeIfAbsent(table, key -> new ArrayList<>()).addAll(rows));
        return joined;
    }

    private Map<String, List<Map<String, Object>>> tables(Object data) {
        Map<String, List<Object>> given = cast(data == null ? Map.of() : data);
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        given.forEach((table, rows) -> {
            List<Map<String, Object>> list = new ArrayList<>();
            for (Object row : rows) {
                list.addAll(repeated(table, row instanceof String name ? Map.of("like", name) : cast(row)));
            }
            tables.put(table, list);
        });
        return tables;
    }

    private List<Map<String, Object>> repeated(String table, Map<String, Object> row) {
        Map<String, Object> whole = new LinkedHashMap<>();
        if (row.get("like") != null) {
            whole.putAll(base.get(table).get(row.get("like").toString()));
        }
        whole.putAll(row);
        int times = (int) whole.getOrDefault("times", 1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            String number = Integer.toString(i);
            whole.forEach((column, value) ->
                    one.put(column, value instanceof String text ? text.replace("{n}", number) : value));
            rows.add(one);
        }
        return rows;
    }

    private static Map<Integer, ExpectedRow> expected(List<Map<String, Object>> rows, Object every) {
        Map<Integer, ExpectedRow> expected = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            boolean said = row.containsKey("says") || row.containsKey("is") && !NOT_LOOKED_AT.equals(row.get("is"));
            if (every != null && !said) {
                expected.put(i + 2, ExpectedRow.of(cast(every)));
            } else if (!NOT_LOOKED_AT.equals(row.get("is"))) {
                expected.put(i + 2, ExpectedRow.of(row));
            }
        }
        return expected;
    }

    private Map<String, String> files(Map<String, List<Map<String, Object>>> tables) {
        Map<String, String> files = new LinkedHashMap<>();
        tables.forEach((table, rows) -> files.put(table + ".csv", csv(table, rows)));
        return files;
    }

    private String csv(String table, List<Map<String, Object>> rows) {
        List<String> columns = layouts.named(table).orElseThrow().columns().stream()
                .map(LayoutColumn::name)
                .toList();
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (Map<String, Object> row : rows) {
                if (row.keySet().stream().anyMatch(key -> !NOT_CELLS.contains(key) && !columns.contains(key))) {
                    throw new IllegalArgumentException(table + " has other columns than " + row.keySet());
                }
                printer.printRecord(columns.stream()
                        .map(column -> row.getOrDefault(column, "").toString())
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object data) {
        return (T) data;
    }
}
