package io.almoner.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.almoner.book.Setting.Purpose;

/**
 * One case of {@code cases/*.yaml}: tables, under what they are judged, and what is expected of their rows.
 *
 * @param name a sentence
 * @param earlier the runs before the one that is looked at, in their order
 * @param files the files of the run that is looked at, by name
 * @param rows what is expected of rows, by file name and row number
 * @param run what is expected to be told of the run as a whole, among other things
 * @param silent rules that have nothing to say in this case
 * @param refused why the input as a whole is refused; null when it is read
 * @param again what another file with the same rows does
 */
record RuleCase(
        String name,
        Purpose purpose,
        Conditions conditions,
        List<CaseLedger.Input> earlier,
        Map<String, String> files,
        Map<String, Map<Integer, ExpectedRow>> rows,
        List<ExpectedFinding> run,
        Set<String> silent,
        ExpectedFinding refused,
        Again again) {

    /** What another file with the same rows does. */
    enum Again {
        CHANGES_NOTHING,
        /** The rows take back what others of them did, or found later what they lacked. */
        CHANGES
    }

    private static final String MOVER = "mover@contoso.example";

    private static final Set<String> KEYS = Set.of(
            "case",
            "policy",
            "policies",
            "date",
            "as",
            "org",
            "dates",
            "base",
            "change",
            "before",
            "rows",
            "migrated",
            "assigned",
            "assign",
            "every",
            "files",
            "expect",
            "refused",
            "run",
            "silent",
            "again");

    /**
     * Under what a case's rows are judged.
     *
     * @param dates the user's date format; null when none is given
     * @param organisation of tables that name none; null when that is not said
     */
    record Conditions(String policy, LocalDate on, String actingUser, String dates, String organisation) {

        /** Those of a case that says nothing of them. */
        static final Conditions USUAL = of(Map.of());

        static Conditions of(Map<String, Object> data) {
            return new Conditions(
                    String.valueOf(data.getOrDefault("policy", "2020-03")),
                    LocalDate.parse(String.valueOf(data.getOrDefault("date", "2020-03-22"))),
                    String.valueOf(data.getOrDefault("as", MOVER)),
                    (String) data.get("dates"),
                    (String) data.get("org"));
        }

        /** The same, asked by somebody else. */
        Conditions by(String other) {
            return new Conditions(policy, on, other, dates, organisation);
        }
    }

    /** The case, once for each of the policies that it names. */
    @SuppressWarnings("unchecked")
    static List<RuleCase> all(Map<String, Object> data, CaseTables base) {
        if (!data.containsKey("policies")) {
            return List.of(of(data, base));
        }
        return ((List<String>) data.get("policies"))
                .stream()
                        .map(policy -> {
                            Map<String, Object> one = new LinkedHashMap<>(data);
                            one.remove("policies");
                            one.put("policy", policy);
                            one.put("case", data.get("case") + " (" + policy + ")");
                            return of(one, base);
                        })
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static RuleCase of(Map<String, Object> data, CaseTables base) {
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
                data.containsKey("assign") ? Purpose.WISH : Purpose.HISTORY,
                Conditions.of(data),
                earlier(data, rows),
                files,
                expected,
                ExpectedFinding.all(data.get("run")),
                Set.copyOf((List<String>) data.getOrDefault("silent", List.of())),
                refused == null ? null : ExpectedFinding.of(refused),
                "changes".equals(data.get("again")) ? Again.CHANGES : Again.CHANGES_NOTHING);
    }

    /** The migration before, and the assignments between it and the rows that are looked at. */
    @SuppressWarnings("unchecked")
    private static List<CaseLedger.Input> earlier(Map<String, Object> data, CaseTables.Rows rows) {
        List<CaseLedger.Input> earlier = new ArrayList<>();
        if (!rows.earlier().isEmpty()) {
            Conditions conditions = data.containsKey("assign")
                    ? Conditions.of(Map.of("date", data.getOrDefault("migrated", "2020-03-22")))
                    : Conditions.of(data).by(MOVER);
            earlier.add(CaseLedger.Input.migration(conditions, rows.earlier()));
        }
        if (!rows.assigned().isEmpty()) {
            Map<String, Object> conditions = (Map<String, Object>) data.get("assigned");
            earlier.add(CaseLedger.Input.assignment(Conditions.of(conditions), rows.assigned()));
        }
        return earlier;
    }

    /** The run that is looked at. */
    CaseLedger.Input input() {
        return new CaseLedger.Input(purpose, conditions, files);
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
