package io.almoner.jobfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Closed lists of words, and which one was probably meant. */
final class Words {

    private static final double ALIKE = 0.8;

    private Words() {}

    /** What is said of a word that is not in the list, after its name: the word that was meant, and the whole list. */
    static String expected(String word, Collection<String> known) {
        return nearest(word, known).map(meant -> "Did you mean " + meant + "? ").orElse("") + "Expected: "
                + String.join(", ", known) + ".";
    }

    /** The one that was probably meant; empty when none is like it. */
    static Optional<String> nearest(String word, Collection<String> known) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return known.stream()
                .filter(candidate -> similarity.apply(word, candidate) >= ALIKE)
                .max(Comparator.comparingDouble(candidate -> similarity.apply(word, candidate)));
    }
}
