package io.almoner.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Countries by ISO 3166-1 code or English name. */
final class Countries {

    private static final double ALIKE = 0.88;

    private final Map<String, String> codes = new HashMap<>();

    Countries() {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        Map.of(
                        "uk", "GB",
                        "great britain", "GB",
                        "united states of america", "US",
                        "korea", "KR",
                        "czech republic", "CZ",
                        "people's republic of china", "CN",
                        "russian federation", "RU",
                        "turkey", "TR",
                        "hong kong", "HK",
                        "macau", "MO")
                .forEach(codes::put);
    }

    /** The two-letter code of a country; empty when it is not known. */
    Optional<String> code(String text) {
        return Optional.ofNullable(codes.get(text.toLowerCase(Locale.ROOT)));
    }

    /** The code of the country whose name is most alike. */
    Optional<String> nearest(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return codes.keySet().stream()
                .filter(name -> name.length() > 3)
                .map(name -> Map.entry(name, similarity.apply(name, wanted)))
                .filter(entry -> entry.getValue() >= ALIKE)
                .max(Map.Entry.comparingByValue())
                .map(entry -> codes.get(entry.getKey()));
    }
}
