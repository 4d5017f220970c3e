package io.almoner.report;

import java.util.Locale;
import java.util.Set;

/**
 * How a report is written.
 *
 * @param formats every one gives files of its own
 * @param locale language of the texts and of the figures; a language without texts is written in English
 */
public record Look(Set<Format> formats, Locale locale, Paper paper) {

    /** PDF and XLSX in English on A4. */
    public static final Look STANDARD = new Look(Set.of(Format.PDF, Format.XLSX), Locale.ENGLISH, Paper.A4);

    public Look {
        formats = Set.copyOf(formats);
    }
}
