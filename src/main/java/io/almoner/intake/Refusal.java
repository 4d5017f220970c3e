package io.almoner.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** Why an input is refused, or left aside, as a whole; each is a text variant of FIL-001 or FIL-010. */
enum Refusal {
    NO_HEADER(Rule.FIL_001, "no-header"),
    UNKNOWN_LAYOUT(Rule.FIL_001, "unknown-layout"),
    MISSING_COLUMN(Rule.FIL_001, "missing-column"),
    DUPLICATE_COLUMN(Rule.FIL_001, "duplicate-column"),
    UNKNOWN_COLUMN(Rule.FIL_001, "unknown-column"),
    SIMILAR_COLUMN(Rule.FIL_001, "similar-column"),

    MISSING_FILE(Rule.FIL_010, "missing-file"),
    NOT_READABLE(Rule.FIL_010, "not-readable"),
    NOT_A_FILE(Rule.FIL_010, "not-a-file"),
    NO_TABLE(Rule.FIL_010, "no-table"),
    EMPTY(Rule.FIL_010, "empty"),
    ENCRYPTED(Rule.FIL_010, "encrypted"),
    BOMB(Rule.FIL_010, "bomb"),
    TOO_LARGE(Rule.FIL_010, "too-large"),
    DUPLICATE_ENTRY(Rule.FIL_010, "duplicate-entry"),
    TOO_MANY_ENTRIES(Rule.FIL_010, "too-many-entries"),
    TOO_DEEP(Rule.FIL_010, "too-deep"),
    TOO_WIDE(Rule.FIL_010, "too-wide"),
    CELL_TOO_LONG(Rule.FIL_010, "cell-too-long"),
    DAMAGED(Rule.FIL_010, "damaged"),
    BINARY(Rule.FIL_010, "binary"),
    WEB_PAGE(Rule.FIL_010, "web-page"),
    OTHER_FORMAT(Rule.FIL_010, "other-format"),
    ENCODING(Rule.FIL_010, "encoding"),
    WRONG_ENCODING(Rule.FIL_010, "wrong-encoding"),
    UNCLOSED_QUOTE(Rule.FIL_010, "unclosed-quote"),
    MISPLACED_QUOTE(Rule.FIL_010, "misplaced-quote"),
    NO_SUCH_SHEET(Rule.FIL_010, "no-such-sheet"),
    HIDDEN_SHEET(Rule.FIL_010, "hidden-sheet"),
    SAME_CONTENT(Rule.FIL_010, "same-content");

    private final Rule rule;
    private final String variant;

    Refusal(Rule rule, String variant) {
        this.rule = rule;
        this.variant = variant;
    }

    Finding finding(String... arguments) {
        return new Finding(rule, rule.severity(), variant, null, null, List.of(arguments));
    }

    UnusableInputException of(String file, String... arguments) {
        return new UnusableInputException(file, finding(arguments));
    }

    UnusableInputException of(String file, @Nullable Throwable cause, String... arguments) {
        return new UnusableInputException(file, finding(arguments), cause);
    }

    /** Whether this is what that finding says. */
    boolean is(Finding finding) {
        return finding.rule() == rule && variant.equals(finding.variant());
    }
}
