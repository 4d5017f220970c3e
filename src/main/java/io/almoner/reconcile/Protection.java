package io.almoner.reconcile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Words;

/**
 * A mark that says: do not touch. What differs there is told, with the reason, and never put right.
 *
 * @param what kind of thing is protected
 * @param name the organisation (OrgId), the benefit's name or the user's account e-mail
 * @param until the last day, inclusive; null for ever
 * @param because why, in the words of whoever protects it
 */
public record Protection(Kind what, String name, @Nullable LocalDate until, String because) {

    /** What can be protected. */
    public enum Kind {
        ORGANISATION,
        BENEFIT,
        USER
    }

    private static final Pattern FORM = Pattern.compile(
            "(org|organisation|benefit|user):(.+?)(?:\\s+until\\s+(\\S+))?\\s+because\\s+(.+)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code user:ann@contoso.example until 2026-12-31 because she is on leave}; the day may be left out.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static Protection parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        Kind kind = switch (form.group(1).toLowerCase(Locale.ROOT)) {
            case "benefit" -> Kind.BENEFIT;
            case "user" -> Kind.USER;
            default -> Kind.ORGANISATION;
        };
        try {
            LocalDate until = form.group(3) == null ? null : LocalDate.parse(form.group(3));
            return new Protection(
                    kind, form.group(2).strip(), until, form.group(4).strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Whether it keeps a difference of an organisation from being touched on a day. */
    boolean covers(Drift drift, String organisation, LocalDate on) {
        if (until != null && on.isAfter(until)) {
            return false;
        }
        return switch (what) {
            case ORGANISATION -> name.equalsIgnoreCase(organisation);
            case USER ->
                drift.subject().person() != null && isSame(drift.subject().person());
            case BENEFIT -> isSame(drift.subject().name());
        };
    }

    private boolean isSame(String other) {
        return Objects.equals(Words.plain(name), Words.plain(other));
    }
}
