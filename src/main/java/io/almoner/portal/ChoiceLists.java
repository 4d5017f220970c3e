package io.almoner.portal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.almoner.intake.Vocabulary;

/** The entries of every list of a template: words in a language, what the ledger knows, and what is usual. */
record ChoiceLists(Vocabulary vocabulary, LedgerLists ledger, Locale language) {

    private static final List<String> LEVELS = List.of("Enterprise", "Professional", "Test Professional");
    private static final List<String> TAGS = List.of(
            "cs-CZ", "da-DK", "de-AT", "de-CH", "de-DE", "en-GB", "en-US", "es-ES", "es-MX", "fi-FI", "fr-CA", "fr-FR",
            "hu-HU", "it-IT", "ja-JP", "ko-KR", "nb-NO", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "ru-RU", "sv-SE", "tr-TR",
            "zh-CN", "zh-HK", "zh-TW");

    /** What can be chosen; nothing when the ledger knows nothing of the kind. */
    List<String> of(Choice choice) {
        if (choice.isClosed()) {
            return choice.words().stream()
                    .map(word -> vocabulary.shown(word, language))
                    .toList();
        }
        return Stream.concat(ledger.of(choice).stream(), usual(choice).stream())
                .distinct()
                .toList();
    }

    private static List<String> usual(Choice choice) {
        return switch (choice) {
            case LEVELS -> LEVELS;
            case LANGUAGE_TAGS -> TAGS;
            case COUNTRIES -> Stream.of(Locale.getISOCountries()).sorted().toList();
            default -> List.of();
        };
    }
}
