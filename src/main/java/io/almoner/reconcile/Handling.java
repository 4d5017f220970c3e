package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done about each situation, and what is protected from it.
 *
 * @param treatments what is not named is reported
 * @param protections go before the treatments
 */
public record Handling(Map<Situation, Treatment> treatments, List<Protection> protections) {

    /** What adds to the ledger or corrects it, and takes nothing from anybody. */
    public static final List<Situation> SAFE =
            List.of(Situation.MISSING_HERE, Situation.DIFFERENT_VALUE, Situation.KEY_USED_THERE, Situation.STATE_OVER);

    /** Everything is reported. */
    public static final Handling REPORTING = new Handling(Map.of(), List.of());

    public Handling {
        treatments = Map.copyOf(treatments);
        protections = List.copyOf(protections);
    }

    /**
     * What is to be done with a difference.
     *
     * @param reason of who protects it; null when nobody does
     */
    public record Handled(Treatment treatment, @Nullable String reason) {}

    /** Decides about a difference of an organisation (OrgId) on a day. */
    public Handled of(Drift drift, String organisation, LocalDate on) {
        for (Protection protection : protections) {
            if (protection.covers(drift, organisation, on)) {
                String until = protection.until() == null ? "" : " (" + protection.until() + ")";
                return new Handled(Treatment.PROTECTED, protection.because() + until);
            }
        }
        return new Handled(treatments.getOrDefault(drift.situation(), Treatment.REPORT), null);
    }

    /** The same with the safe situations put right, unless they are treated otherwise. */
    public Handling fixing() {
        Map<Situation, Treatment> all = new EnumMap<>(Situation.class);
        SAFE.forEach(situation -> all.put(situation, Treatment.FIX_LEDGER));
        all.putAll(treatments);
        return new Handling(all, protections);
    }

    /** Whether the same difference may be handled otherwise on another day. */
    public boolean dependsOnTheDay() {
        return protections.stream().anyMatch(protection -> protection.until() != null);
    }

    /** Whether anything is to be put right at all. */
    public boolean changesTheLedger() {
        return treatments.containsValue(Treatment.FIX_LEDGER);
    }

    /**
     * Reads treatments such as {@code missing-there=hand-off}, and protections.
     *
     * @throws IllegalArgumentException with the text that cannot be read
     */
    public static Handling parse(List<String> treatments, List<String> protections) {
        Map<Situation, Treatment> read = new EnumMap<>(Situation.class);
        for (String text : treatments) {
            String[] parts = text.split("=", -1);
            if (parts.length != 2 || "protected".equals(parts[1])) {
                throw new IllegalArgumentException(text);
            }
            try {
                read.put(Situation.valueOf(constant(parts[0])), Treatment.valueOf(constant(parts[1])));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
        return new Handling(read, protections.stream().map(Protection::parse).toList());
    }

    private static String constant(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
