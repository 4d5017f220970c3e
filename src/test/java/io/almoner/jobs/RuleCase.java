package io.almoner.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One case of {@code cases/*.yaml}: tables, under what they are migrated, and what is expected of their rows.
 *
 * @param name a sentence
 * @param earlier the files of a migration before; empty when there was none
 * @param files the files of the migration that is looked at, by name
 * @param rows what is expected of rows, by file name and row number
 * @param run what is expected to be told of the run as a whole, among other things
 * @param silent rules that have nothing to say in this case
 * @param refused why the input as a whole is refused; null when it is read
 */
record RuleCase(
        String name,
        Conditions conditions,
        Map<String, String> earlier,
        Map<String, String> files,
        Map<String, Map<Integer, ExpectedRow>> rows,
        List<ExpectedFinding> run,
        Set<String> silent,
        ExpectedFinding refused) {

    private static final Set<String> KEYS = Set.of(
            "case", "policy", "date", "as", "dates", "base", "change", "before", "rows", "every", "files", "expect",
            "refused", "run", "silent");

    /**
     * Under what a case's rows are judged.
     *
     * @param dates the user's date format; null when none is given
     */
    record Conditions(String policy, LocalDate on, String actingUser, String dates) {

        static Conditions of(Map<String, Object> data) {
            return new Conditions(
                    String.valueOf(data.getOrDefault("policy", "2020-03")),
                    LocalDate.parse(String.valueOf(data.getOrDefault("date", "2020-03-22"))),
                    String.valueOf(data.getOrDefault("as", "mover@contoso.example")),
                    (String) data.get("dates"));
        }

        /** The same, asked by somebody else. */
        Conditions by(String other) {
            return new Conditions(policy, on, other, dates);
        }
    }

    @SuppressWarnings("unchecked")
    static RuleCase of(Map<String, Object> data, CaseTables base) {
        String name = String.valueOf(data.get("case"));
        if (!KEYS.containsAll(data.keySet()) || !data.containsKey("case")) {
            throw new IllegalArgumentException(name + ": " + data.keySet());
        }
        CaseTables.Rows rows = base.rows(data);
        Map<String, String> files = new LinkedHashMap<>(rows.files());
        files.putAll((Map<String, String>) data.getOrDefault("files", Map.of()));
        Map<String, Map<Integer, ExpectedRow>> expected = new LinkedHashMap<>(rows.expected());
        ((Map<String, Map<Integer, Map<String, Object>>>) data.getOrDefault("expect", Map.of()))
                .forEach((file, numbers) ->
                        numbers.forEach((number, row) -> expected.computeIfAbsent(file, key -> new LinkedHashMap<>())
                                .put(number, ExpectedRow.of(row))));
        String refused = (String) data.get("refused");
        return new RuleCase(
                name,
                Conditions.of(data),
                rows.earlier(),
                files,
                expected,
                ExpectedFinding.all(data.get("run")),
                Set.copyOf((List<String>) data.getOrDefault("silent", List.of())),
                refused == null ? null : ExpectedFinding.of(refused));
    }

    /** The codes that are told somewhere in the case. */
    Set<String> told() {
        List<ExpectedFinding> all = new ArrayList<>(run);
        rows.values().forEach(table -> table.values().forEach(row -> all.addAll(row.says())));
        if (refused != null) {
            all.add(refused);
        }
        return all.stream().map(ExpectedFinding::code).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
