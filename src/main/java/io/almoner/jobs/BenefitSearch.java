package io.almoner.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import io.almoner.book.Words;
import io.almoner.ledger.BenefitDirectory;
import io.almoner.ledger.BenefitDirectory.Scope;
import io.almoner.ledger.BenefitPlace;

/**
 * Finds the benefit that a person names as {@code ORDER/BENEFIT}, or by a name alone. Both parts may have slashes
 * themselves: the text is parted at each of them in turn, and only when no order has such a benefit the whole is a name.
 * Case, width and doubled spaces make no difference.
 */
public final class BenefitSearch {

    /** More than these help nobody to choose. */
    public static final int MOST = 20;

    private static final int SUGGESTIONS = 3;

    /** Names less alike than this are not offered as what was meant. */
    private static final double ALIKE = 0.85;

    private final BenefitDirectory directory;
    private final String organisation;
    private final String location;

    /**
     * @param organisation the only organisation (OrgId) to look in; empty for all
     * @param location the only location (MPN ID) to look in; empty for all
     */
    public BenefitSearch(BenefitDirectory directory, String organisation, String location) {
        this.directory = directory;
        this.organisation = organisation;
        this.location = location;
    }

    /**
     * What was found.
     *
     * @param fitting the benefits that fit: one, unless the text is ambiguous or wrong; more than
     *     {@link #MOST} when there are more
     * @param meant when none fits: what may have been meant, as {@code ORDER/BENEFIT} or as a name
     */
    public record Found(List<BenefitPlace> fitting, List<String> meant) {}

    /** A way to understand the text; the order is empty when it names none. */
    private record Reading(String orderNumber, String name) {}

    /** Looks for what a person named. */
    public Found find(String text) {
        List<String> names = directory.names(new Scope(organisation, location, ""));
        List<Reading> readings = readings(text);
        List<BenefitPlace> fitting = new ArrayList<>();
        readings.forEach(reading -> fitting.addAll(named(reading.name(), reading.orderNumber(), names)));
        if (fitting.isEmpty()) {
            fitting.addAll(named(text, "", names));
        }
        return new Found(List.copyOf(fitting), fitting.isEmpty() ? meant(text, readings, names) : List.of());
    }

    private static List<Reading> readings(String text) {
        List<Reading> readings = new ArrayList<>();
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            String order = text.substring(0, slash).strip();
            String name = text.substring(slash + 1).strip();
            if (!order.isEmpty() && !name.isEmpty()) {
                readings.add(new Reading(order, name));
            }
        }
        return readings;
    }

    private List<BenefitPlace> named(String name, String orderNumber, Collection<String> names) {
        String plain = Words.plain(name);
        Set<String> exact =
                names.stream().filter(known -> Words.plain(known).equals(plain)).collect(Collectors.toSet());
        return directory.named(exact, new Scope(organisation, location, orderNumber), MOST + 1);
    }

    /** The orders that do have the benefit; else the names that are most like the one given. */
    private List<String> meant(String text, List<Reading> readings, List<String> names) {
        List<String> others = readings.stream()
                .flatMap(reading -> named(reading.name(), "", names).stream())
                .map(BenefitSearch::written)
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
        if (!others.isEmpty()) {
            return others;
        }
        String name = readings.isEmpty() ? text : readings.get(0).name();
        return alike(Words.plain(name), names);
    }

    private record Alike(String name, double similarity) {}

    private static List<String> alike(String plain, List<String> names) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return names.stream()
                .map(name -> new Alike(name, similarity.apply(Words.plain(name), plain)))
                .filter(alike -> alike.similarity() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::similarity).reversed().thenComparing(Alike::name))
                .limit(SUGGESTIONS)
                .map(Alike::name)
                .toList();
    }

    /** How a person names a benefit. */
    public static String written(BenefitPlace place) {
        return place.orderNumber() + "/" + place.name();
    }
}
