package io.almoner.rules;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about one row, without the row's whereabouts. The text that a person reads is made from the
 * message files by {@link #messageKey()} and {@link #arguments()}.
 *
 * @param rule the rule that speaks
 * @param severity its weight here, which can differ from {@link Rule#severity()} by policy or job
 * @param variant picks one of several texts of the rule, such as {@code date} of FIL-005; null for its only text
 * @param column the layout's name of the guilty column, such as {@code SignInEmail}; null when the whole row is meant
 * @param value the guilty value with secrets masked; null when there is none
 * @param arguments what the texts' placeholders {@code {0}}, {@code {1}} ... stand for; never secret
 */
public record Finding(
        Rule rule,
        Severity severity,
        @Nullable String variant,
        @Nullable String column,
        @Nullable String value,
        List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** A finding of the rule's own severity and only text. */
    public static Finding of(Rule rule, @Nullable String column, @Nullable String value, String... arguments) {
        return new Finding(rule, rule.severity(), null, column, value, List.of(arguments));
    }

    /** The same finding with another of the rule's texts. */
    public Finding variant(String name) {
        return new Finding(rule, severity, name, column, value, arguments);
    }

    /** The same finding with another weight. */
    public Finding weighing(Severity other) {
        return new Finding(rule, other, variant, column, value, arguments);
    }

    /** The same finding with what it repeats of the row in the form in which it may be shown. */
    public Finding shown(UnaryOperator<String> masking) {
        return new Finding(
                rule,
                severity,
                variant,
                column,
                value == null ? null : masking.apply(value),
                arguments.stream().map(masking).toList());
    }

    /** The same finding about the column of another name. */
    public Finding about(UnaryOperator<String> columns) {
        return column == null ? this : new Finding(rule, severity, variant, columns.apply(column), value, arguments);
    }

    /** True when the row is refused for it. */
    public boolean refuses() {
        return severity == Severity.ERROR;
    }

    /**
     * The key of the texts in the message files, without {@code .reason} or {@code .hint}: {@code FIL-005.date}, or
     * {@code USR-001} when the rule has one text only.
     */
    public String messageKey() {
        return variant == null ? rule.code() : rule.code() + "." + variant;
    }
}
