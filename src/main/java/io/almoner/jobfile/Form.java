package io.almoner.jobfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.almoner.jobs.Policies;
import io.almoner.jobs.Safety;
import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Handling;
import io.almoner.reconcile.Protection;
import io.almoner.report.Format;
import io.almoner.report.Paper;

/** What the value of an option has to look like. */
enum Form {
    TEXT,
    PATH,
    FLAG,
    DATE,
    MAX_REJECTS,
    DAYS,
    POLICY,
    LANGUAGE,
    /** One or several formats of reports. */
    REPORT_FORMATS,
    /** Those of exports; which of them a layout has, the command says. */
    EXPORT_FORMATS,
    PAPER,
    /** What is done about each situation of a reconciliation. */
    TREATMENTS,
    /** What a reconciliation does not touch. */
    PROTECTIONS,
    MAX_CHANGES,
    WHOLE_DAYS;

    /** Whether several values may stand there, as a list. */
    boolean takesSeveral() {
        return switch (this) {
            case REPORT_FORMATS, EXPORT_FORMATS, TREATMENTS, PROTECTIONS -> true;
            case TEXT, PATH, FLAG, DATE, MAX_REJECTS, DAYS, POLICY, LANGUAGE, PAPER, MAX_CHANGES, WHOLE_DAYS -> false;
        };
    }

    boolean fits(String text) {
        return switch (this) {
            case TEXT, PATH -> !text.isBlank();
            case DATE -> isDate(text);
            case MAX_REJECTS -> isLimit(text);
            case DAYS -> text.matches("[1-9][0-9]{0,3}d?");
            case TREATMENTS -> isRead(() -> Handling.parse(List.of(text), List.of()));
            case PROTECTIONS -> isRead(() -> Protection.parse(text));
            case MAX_CHANGES -> isRead(() -> ChangeLimit.parse(text));
            case WHOLE_DAYS -> text.matches("[0-9]{1,3}");
            case FLAG, POLICY, LANGUAGE, REPORT_FORMATS, EXPORT_FORMATS, PAPER ->
                choices().contains(text);
        };
    }

    /** What is said of a value that does not fit. */
    String expected(String text) {
        return switch (this) {
            case TEXT -> "Expected: a text.";
            case PATH -> "Expected: a path.";
            case DATE -> "Expected: a date such as 2020-03-22.";
            case MAX_REJECTS -> "Expected: a number of rows or per cent of them, such as 20 or 5%.";
            case DAYS -> "Expected: a number of days such as 90d.";
            case TREATMENTS -> "Expected: a situation and a treatment, such as missing-there=hand-off.";
            case PROTECTIONS ->
                "Expected: what is protected and why, such as"
                        + " 'user:ann@contoso.example until 2026-12-31 because she is on leave'.";
            case MAX_CHANGES ->
                "Expected: a number of changes or per cent of an organisation, such as 20, 5% or 20,5%.";
            case WHOLE_DAYS -> "Expected: a number of days such as 1.";
            case FLAG, POLICY, LANGUAGE, REPORT_FORMATS, EXPORT_FORMATS, PAPER -> Words.expected(text, choices());
        };
    }

    private List<String> choices() {
        return switch (this) {
            case TEXT, PATH, DATE, MAX_REJECTS, DAYS, TREATMENTS, PROTECTIONS, MAX_CHANGES, WHOLE_DAYS -> List.of();
            case FLAG -> List.of("true", "false");
            case POLICY -> Policies.NAMES;
            case LANGUAGE -> List.of("en", "zh-CN", "de", "fr", "es", "ja");
            case REPORT_FORMATS -> lowerCase(Format.values());
            case EXPORT_FORMATS -> List.of("csv", "xlsx", "pdf");
            case PAPER -> lowerCase(Paper.values());
        };
    }

    private static List<String> lowerCase(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isLimit(String text) {
        return isRead(() -> Safety.maxRejects(text));
    }

    private static boolean isRead(Supplier<?> reading) {
        try {
            return reading.get() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
