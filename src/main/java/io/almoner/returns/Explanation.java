package io.almoner.returns;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.lang3.StringUtils;

import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/** Why a row was refused, as the cells of a rejects file say it: only the findings that refuse, in their order. */
final class Explanation {

    private static final int LONGEST_VALUE = 80;

    private final Messages messages;
    private final ColumnLabel label = new ColumnLabel();
    private final KeyShape keys = new KeyShape();

    Explanation(Messages messages) {
        this.messages = messages;
    }

    /** The findings that count: those that refuse; all of them when none does. */
    List<Finding> refusing(List<Finding> findings) {
        List<Finding> refusing = findings.stream().filter(Finding::refuses).toList();
        return refusing.isEmpty() ? findings : refusing;
    }

    /** The codes, each once, parted by spaces. */
    String codes(List<Finding> findings) {
        return joined(findings, finding -> finding.rule().code(), " ");
    }

    /** Column, value and reason of each. */
    String reasons(SourceTable table, List<Finding> findings) {
        return joined(findings, finding -> reason(table, finding), " | ");
    }

    /** What to do, each advice once. */
    String hints(List<Finding> findings) {
        return joined(findings, this::hint, " | ");
    }

    /** Column, value and reason of one. */
    String reason(SourceTable table, Finding finding) {
        StringBuilder text = new StringBuilder();
        if (finding.column() != null) {
            text.append(label.of(table, finding.column()));
            if (StringUtils.isNotEmpty(finding.value())) {
                text.append(", \"")
                        .append(StringUtils.abbreviate(finding.value(), LONGEST_VALUE))
                        .append('"');
            }
            text.append(": ");
        }
        return keys.masked(text.append(messages.reason(finding)).toString());
    }

    /** What to do about one. */
    String hint(Finding finding) {
        return keys.masked(messages.hint(finding));
    }

    private static String joined(List<Finding> findings, Function<Finding, String> text, String separator) {
        return findings.stream().map(text).distinct().collect(Collectors.joining(separator));
    }
}
