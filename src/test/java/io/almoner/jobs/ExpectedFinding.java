package io.almoner.jobs;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.almoner.returns.Messages;
import io.almoner.rules.Finding;

/**
 * What a rule is to say, written {@code E MIG-008/orphan ParentMpnId: is not in the table}; variant, column and words are
 * compared where they are given, and a column {@code -} means none.
 */
record ExpectedFinding(String severity, String code, String variant, String column, String words) {

    private static final Pattern FORM =
            Pattern.compile("([EWI]) ([A-Z]+-\\d{3})(?:/([a-z-]+))?(?: ([A-Za-z]+|-))?(?:: (.*))?");

    static ExpectedFinding of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a finding: " + text);
        }
        return new ExpectedFinding(
                matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5));
    }

    /** One text or a list of them. */
    static List<ExpectedFinding> all(Object texts) {
        if (texts == null) {
            return List.of();
        }
        List<?> list = texts instanceof List<?> several ? several : List.of(texts);
        return list.stream().map(text -> of(String.valueOf(text))).toList();
    }

    boolean fits(Finding finding, Messages messages) {
        return severity.equals(finding.severity().letter())
                && code.equals(finding.rule().code())
                && (variant == null || variant.equals(finding.variant()))
                && (column == null || column.equals(Objects.requireNonNullElse(finding.column(), "-")))
                && (words == null || messages.reason(finding).contains(words));
    }
}
