package io.almoner.returns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** How many refused rows each rule has, sheet by sheet; a row with several findings of a rule counts once. */
final class CodeCounts {

    private final Map<String, Map<Rule, Integer>> bySheet = new LinkedHashMap<>();

    void add(String sheet, List<Finding> findings) {
        Map<Rule, Integer> counts = bySheet.computeIfAbsent(sheet, name -> new TreeMap<>());
        findings.stream().map(Finding::rule).distinct().forEach(rule -> counts.merge(rule, 1, Integer::sum));
    }

    Map<String, Map<Rule, Integer>> bySheet() {
        return bySheet;
    }

    Set<Rule> rules() {
        Set<Rule> rules = new TreeSet<>();
        bySheet.values().forEach(counts -> rules.addAll(counts.keySet()));
        return rules;
    }
}
