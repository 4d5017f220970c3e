package io.almoner.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The texts of the reports in one language. */
final class Texts {

    /** The bundle of the reports. */
    static final String REPORTS = "messages.reports";

    /** Always ten characters wide; languages that write the year first and with hyphens are not named. */
    private static final Map<String, String> DAYS =
            Map.of("de", "dd.MM.yyyy", "fr", "dd/MM/yyyy", "es", "dd/MM/yyyy", "ja", "yyyy/MM/dd");

    private static final String ISO = "yyyy-MM-dd";
    private static final Pattern DAY_OF_RULES = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final String dayForm;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    /** The texts of the reports. */
    Texts(Locale locale) {
        this(REPORTS, locale);
    }

    /** The texts of a bundle of the program's. */
    Texts(String bundle, Locale locale) {
        this(
                ResourceBundle.getBundle(
                        bundle,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    Texts(ResourceBundle bundle, Locale locale) {
        this.locale = locale;
        this.bundle = bundle;
        this.dayForm = DAYS.getOrDefault(locale.getLanguage(), ISO);
        this.day = DateTimeFormatter.ofPattern(dayForm, Locale.ROOT);
        this.minute = DateTimeFormatter.ofPattern(dayForm + " HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }

    ResourceBundle bundle() {
        return bundle;
    }

    Locale locale() {
        return locale;
    }

    /**
     * The text of a key with its numbers and words filled in.
     *
     * @throws MissingResourceException when the key has no text
     */
    String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The word for a code, such as {@code category} and {@code CLOUD}; a code without a word stands for itself. */
    String word(String family, String code) {
        String key = family + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    /** Gold, Application Development. */
    String packageName(OrderLine order) {
        String offer = word("offer", order.offerType());
        String competency = order.competency();
        return competency == null || competency.isBlank() ? offer : offer + ", " + competency;
    }

    /** How much of a benefit is taken: 26 of 25 assigned, 1 over. */
    String taken(Quantity quantity) {
        Long granted = quantity.granted();
        if (granted == null) {
            return text("benefit.takenUnlimited", quantity.assigned());
        }
        String taken = quantity.unit().isPerPerson()
                ? text("benefit.taken", quantity.assigned(), granted)
                : text(
                        "benefit.used",
                        quantity.assigned(),
                        granted,
                        word("unit", quantity.unit().name()));
        return quantity.over() > 0 ? taken + text("benefit.more", quantity.over()) : taken;
    }

    /** A day as people of the language write it in figures. */
    String day(LocalDate date) {
        return day.format(date);
    }

    /** What a rule says of a day, such as 2020-03-22, as people of the language write it; any other text as it is. */
    String dated(String said) {
        return DAY_OF_RULES.matcher(said).matches() ? day(LocalDate.parse(said)) : said;
    }

    /** How a spreadsheet shows a value as people of the language write it; null for text. */
    @Nullable
    String format(Kind kind) {
        return kind == Kind.DAY ? dayForm.toLowerCase(Locale.ROOT) : kind.format();
    }

    /** A value as people of the language read it; empty when it is not known. */
    String shown(Kind kind, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT -> (String) value;
            case WHOLE -> NumberFormat.getIntegerInstance(locale).format(value);
            case SHARE -> new DecimalFormat("0 %", DecimalFormatSymbols.getInstance(locale)).format(value);
            case DAY -> day((LocalDate) value);
        };
    }

    /** When it was made, to the minute, in UTC. */
    String generated(ReportHeader header) {
        return minute.format(header.generatedAt());
    }

    /** What was left out, or that nothing was. */
    String filters(ReportHeader header) {
        List<String> filters = header.filters();
        return filters.isEmpty() ? text("meta.noFilters") : String.join("; ", filters);
    }

    /** The organisations' names, or as many as were given and how many more there are. */
    String organisations(ReportHeader header) {
        List<String> names = header.organisations();
        long more = header.organisationCount() - names.size();
        if (names.isEmpty()) {
            return text("meta.allOrganisations");
        }
        String joined = String.join(", ", names);
        return more > 0 ? text("meta.more", joined, more) : joined;
    }
}
