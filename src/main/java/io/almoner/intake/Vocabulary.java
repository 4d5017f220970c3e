package io.almoner.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.ibm.icu.text.Normalizer2;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.almoner.book.Words;

/** The words that stand for constants in cells, in six languages; data of {@code vocabulary.yaml}. */
public final class Vocabulary {

    /** Words less alike than this are not offered as what was meant. */
    private static final double ALIKE = 0.8;

    private static final Normalizer2 WIDTH = Normalizer2.getNFKCInstance();

    private final Map<String, Map<String, String>> constants = new HashMap<>();

    private final Map<Term, String> shown = new HashMap<>();

    /** A constant in a language. */
    private record Term(String type, String constant, String language) {}

    private Vocabulary(Map<String, Map<String, Map<String, List<Object>>>> data) {
        data.forEach((type, words) -> {
            Map<String, String> known = constants.computeIfAbsent(type, name -> new HashMap<>());
            words.forEach((constant, byLanguage) -> {
                known.put(normalised(constant), constant);
                byLanguage.forEach((language, aliases) -> {
                    aliases.forEach(alias -> known.put(normalised(String.valueOf(alias)), constant));
                    shown.put(new Term(type, constant, language), String.valueOf(aliases.get(0)));
                });
            });
        });
    }

    /** The vocabulary that comes with the program. */
    public static Vocabulary load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/vocabulary.yaml")) {
            return new Vocabulary(new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The constant that a word stands for; empty when it is none of the list. */
    public <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Optional.ofNullable(words(type).get(normalised(word))).map(name -> Enum.valueOf(type, name));
    }

    /** The constant's word that a misspelt word most resembles; empty when none is near. */
    public <E extends Enum<E>> Optional<String> nearest(Class<E> type, String word) {
        String normalised = normalised(word);
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return words(type).entrySet().stream()
                .map(entry -> Map.entry(entry.getValue(), similarity.apply(entry.getKey(), normalised)))
                .filter(entry -> entry.getValue() >= ALIKE)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Words.label(Enum.valueOf(type, entry.getKey())));
    }

    /** Every word of a list, as we write it. */
    public static <E extends Enum<E>> List<String> allowed(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::label).toList();
    }

    /** The word that people of a language are shown for a constant; our own where theirs has none. */
    public String shown(Enum<?> constant, Locale language) {
        String type = constant.getDeclaringClass().getSimpleName();
        String own = Words.label(constant);
        return language.getLanguage().equals("en")
                ? own
                : shown.getOrDefault(new Term(type, constant.name(), language.toLanguageTag()), own);
    }

    private <E extends Enum<E>> Map<String, String> words(Class<E> type) {
        return Objects.requireNonNull(constants.get(type.getSimpleName()), type::getSimpleName);
    }

    private static String normalised(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        WIDTH.normalize(word)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
