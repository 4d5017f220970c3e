package io.almoner.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.intake.LayoutColumn;
import io.almoner.intake.SourceTable;
import io.almoner.intake.UnusableInputException;
import io.almoner.ledger.Outcome;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The rules of migrations and assignments, proven by the table of cases in {@code cases/*.yaml}. */
class RuleCasesTest {

    private static final List<String> FILES = List.of(
            "gate",
            "locations",
            "people",
            "benefits",
            "keys",
            "seats",
            "contacts",
            "cells",
            "files",
            "assign-rights",
            "assign-people",
            "assign-benefits",
            "assign-seats",
            "assign-technical",
            "assign-keys",
            "assign-offers",
            "assign-refunds",
            "assign-files");

    /** Said when a run is taken back or a portal is compared, which neither a migration nor an assignment does. */
    private static final Set<Rule> NOT_MET = Stream.of(Rule.values())
            .filter(rule -> rule.name().startsWith("UND_") || rule.name().startsWith("REC_"))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));

    private static final Messages MESSAGES = new Messages(Locale.ENGLISH);
    private static final Pattern KEY = Pattern.compile("([A-Z0-9]{5}-){4}[A-Z0-9]{5}");

    @TempDir
    private static Path folder;

    private static CaseLedger ledger;

    @BeforeAll
    static void open() {
        ledger = new CaseLedger(folder);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    static List<RuleCase> cases() {
        CaseTables base = new CaseTables(read("base"));
        List<RuleCase> cases = new ArrayList<>();
        for (String file : FILES) {
            List<Map<String, Object>> data = read(file);
            data.forEach(one -> cases.addAll(RuleCase.all(one, base)));
        }
        return cases;
    }

    private static <T> T read(String name) {
        try (InputStream in = RuleCasesTest.class.getResourceAsStream("/cases/" + name + ".yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judges(RuleCase one) {
        if (one.refused() != null) {
            refuses_the_whole_input(one);
            return;
        }
        List<CaseLedger.Input> runs = new ArrayList<>(one.earlier());
        runs.add(one.input());
        runs.add(new CaseLedger.Input(one.purpose(), one.conditions(), withOneMoreBlankRow(one.files())));
        List<CaseLedger.Result> results = ledger.rehearse(runs);
        CaseLedger.Result result = results.get(runs.size() - 2);
        CaseLedger.Result again = results.get(runs.size() - 1);

        says_what_is_expected(one, result);
        results.forEach(any -> speaks_well(one, any));
        is_silent(one, result);
        if (one.again() == RuleCase.Again.CHANGES_NOTHING) {
            changes_nothing_again(result, again);
        }
        results.forEach(RuleCasesTest::has_in_the_ledger_what_it_changed);
    }

    private static void refuses_the_whole_input(RuleCase one) {
        UnusableInputException refusal =
                catchThrowableOfType(UnusableInputException.class, () -> ledger.rehearse(List.of(one.input())));
        assertThat(refusal).isNotNull();
        assertThat(one.refused().fits(refusal.finding(), MESSAGES))
                .as("%s is refused for %s", refusal.file(), refusal.finding())
                .isTrue();
    }

    private static void says_what_is_expected(RuleCase one, CaseLedger.Result result) {
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        one.rows()
                .forEach((file, rows) -> rows.forEach((number, row) -> {
                    List<Finding> findings =
                            result.findings().getOrDefault(file, Map.of()).getOrDefault(number, List.of());
                    Outcome outcome =
                            result.outcomes().getOrDefault(file, Map.of()).get(number);
                    String name = file + " " + number;
                    expected.put(name, row.outcome() + " " + row.says());
                    actual.put(
                            name,
                            outcome == row.outcome() && fit(row.says(), findings)
                                    ? row.outcome() + " " + row.says()
                                    : outcome + " " + shown(findings));
                }));
        assertThat(actual).as(one.name()).isEqualTo(expected);
        for (ExpectedFinding finding : one.run()) {
            assertThat(result.ofRun()).as("what is told of the run").anyMatch(told -> finding.fits(told, MESSAGES));
        }
    }

    private static boolean fit(List<ExpectedFinding> expected, List<Finding> findings) {
        List<Finding> left = new ArrayList<>(findings);
        for (ExpectedFinding one : expected) {
            left.stream()
                    .filter(finding -> one.fits(finding, MESSAGES))
                    .findFirst()
                    .ifPresent(left::remove);
        }
        return left.isEmpty() && findings.size() == expected.size();
    }

    private static String shown(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity().letter() + " " + finding.messageKey() + " " + finding.column() + ": "
                        + MESSAGES.reason(finding))
                .toList()
                .toString();
    }

    private static void is_silent(RuleCase one, CaseLedger.Result result) {
        Set<String> told = new HashSet<>();
        result.findings()
                .values()
                .forEach(rows -> rows.values()
                        .forEach(findings -> findings.forEach(
                                finding -> told.add(finding.rule().code()))));
        result.ofRun().forEach(finding -> told.add(finding.rule().code()));
        result.tables()
                .forEach(table -> table.findings()
                        .forEach(finding -> told.add(finding.rule().code())));
        told.retainAll(one.silent());
        assertThat(told).as("codes told all the same").isEmpty();
    }

    /** What holds of every finding, whatever the case is about. */
    private static void speaks_well(RuleCase one, CaseLedger.Result result) {
        Set<String> secrets = secrets(one);
        for (SourceTable table : result.tables()) {
            Set<String> columns =
                    table.layout().columns().stream().map(LayoutColumn::name).collect(Collectors.toSet());
            Map<Integer, Outcome> outcomes = result.outcomes().getOrDefault(table.name(), Map.of());
            outcomes.forEach((row, outcome) -> {
                List<Finding> findings =
                        result.findings().getOrDefault(table.name(), Map.of()).getOrDefault(row, List.of());
                List<Finding> refusing =
                        findings.stream().filter(Finding::refuses).toList();
                assertThat(refusing.isEmpty())
                        .as("%s %d is refused for a reason: %s", table.name(), row, shown(findings))
                        .isEqualTo(outcome != Outcome.REJECTED);
                assertThat(refusing.stream()
                                .map(finding -> finding.rule().layer())
                                .distinct())
                        .as("layers of %s %d: %s", table.name(), row, shown(findings))
                        .hasSizeLessThan(2);
                for (Finding finding : findings) {
                    assertThat(finding.column() == null || columns.contains(finding.column()))
                            .as("%s has a column %s", table.layout().name(), finding)
                            .isTrue();
                    String text = MESSAGES.reason(finding) + MESSAGES.hint(finding);
                    assertThat(text).doesNotContainPattern("\\{\\d|\\bnull\\b");
                    secrets.forEach(secret -> assertThat(finding + text).doesNotContain(secret));
                }
            });
        }
    }

    private static Set<String> secrets(RuleCase one) {
        Set<String> secrets = new HashSet<>();
        one.files().values().forEach(text -> KEY.matcher(text).results().forEach(key -> secrets.add(key.group())));
        return secrets;
    }

    private static void changes_nothing_again(CaseLedger.Result result, CaseLedger.Result again) {
        assertThat(changesBesideShowingKeys(again)).as("what changes again").isEmpty();
        assertThat(again.count(Outcome.REJECTED)).isEqualTo(result.count(Outcome.REJECTED));
        assertThat(result.inLedger().values().stream().map(BookContent::of))
                .containsExactlyElementsOf(
                        again.inLedger().values().stream().map(BookContent::of).toList());
    }

    /** Getting keys again is an event, even when it changes nothing. */
    private static List<Change> changesBesideShowingKeys(CaseLedger.Result result) {
        return result.changes().values().stream()
                .flatMap(rows -> rows.values().stream())
                .flatMap(List::stream)
                .filter(change -> change.kind() != ChangeKind.KEY_SHOWN)
                .toList();
    }

    private static void has_in_the_ledger_what_it_changed(CaseLedger.Result result) {
        assertThat(result.inMemory().keySet()).isEqualTo(result.inLedger().keySet());
        result.inMemory()
                .forEach((code, book) -> assertThat(BookContent.of(book))
                        .isEqualTo(BookContent.of(result.inLedger().get(code))));
    }

    private static Map<String, String> withOneMoreBlankRow(Map<String, String> files) {
        Map<String, String> more = new LinkedHashMap<>();
        files.forEach((name, text) -> more.put(name, text + (text.startsWith("sep=;") ? ";;;;\r\n" : ",,,,\r\n")));
        return more;
    }

    @Test
    void every_rule_has_a_case_in_which_it_speaks_and_one_in_which_it_is_silent() {
        Set<String> told = new HashSet<>();
        Set<String> silent = new HashSet<>();
        cases().forEach(one -> {
            told.addAll(one.told());
            silent.addAll(one.silent());
        });
        Set<String> met = EnumSet.complementOf(EnumSet.copyOf(NOT_MET)).stream()
                .map(Rule::code)
                .collect(Collectors.toSet());

        assertThat(told).as("rules that speak").isEqualTo(met);
        assertThat(silent).as("rules that are silent").containsAll(met);
    }
}
