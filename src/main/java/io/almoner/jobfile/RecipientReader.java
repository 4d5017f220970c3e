package io.almoner.jobfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads addresses, those of lists and those of organisations, each alone or with the language of its mail. */
final class RecipientReader {

    static final List<String> WORDS = List.of("address", "language");

    private static final Predicate<String> ADDRESS =
            Pattern.compile("[^\\s@<>(),;:\"\\\\]+@[A-Za-z0-9.-]+").asMatchPredicate();

    private final Paths paths;
    private final Problems problems;

    RecipientReader(Paths paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    /** Those behind a word. */
    List<Recipient> read(Section section, String word) {
        List<Recipient> recipients = new ArrayList<>();
        section.items(word).forEach(item -> recipient(section, word, item).ifPresent(recipients::add));
        return recipients;
    }

    /** Those of each organisation. */
    Map<String, List<Recipient>> byOrganisation(Section organisations) {
        Map<String, List<Recipient>> recipients = new LinkedHashMap<>();
        organisations.words().forEach(code -> recipients.put(code, read(organisations, code)));
        return recipients;
    }

    private Optional<Recipient> recipient(Section section, String word, Node item) {
        if (!(item instanceof MappingNode)) {
            return section.text(item, word).flatMap(this::address).map(address -> new Recipient(address, null));
        }
        Section one = new Section(item, "A recipient", problems);
        one.allow(WORDS);
        one.require("address", "an e-mail address such as it.team@contoso.example");
        String language = one.text("language").flatMap(this::language).orElse(null);
        return one.text("address").flatMap(this::address).map(address -> new Recipient(address, language));
    }

    private Optional<String> language(Section.Text text) {
        if (Form.LANGUAGE.fits(text.value())) {
            return Optional.of(text.value());
        }
        problems.add(text.place(), "language cannot be " + text.value() + ". " + Form.LANGUAGE.expected(text.value()));
        return Optional.empty();
    }

    Optional<String> address(Section.Text text) {
        Optional<String> address = paths.filled(text);
        address.filter(ADDRESS.negate())
                .ifPresent(wrong -> problems.add(
                        text.place(), wrong + " is not an e-mail address such as it.team@contoso.example."));
        return address;
    }
}
