package io.almoner.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.almoner.jobs.BenefitSearch;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.GettingKeys.HandedOut;
import io.almoner.jobs.RunOptions;
import io.almoner.ledger.BenefitPlace;
import io.almoner.returns.Messages;
import io.almoner.returns.Summary;
import io.almoner.rules.Finding;

/** How {@code almoner keys} ended, as the console or a script hears it: everything but the keys. */
final class KeysEpilogue {

    /** What the columns of a row are called here. */
    private static final Map<String, String> OPTIONS = Map.of("Language", "--language: ", "OSType", "--os: ");

    private final Console console;
    private final Messages messages;

    KeysEpilogue(Console console, Locale language) {
        this.console = console;
        this.messages = new Messages(language);
    }

    /** Tells everything and gives the exit code. */
    ExitCode tell(BenefitPlace place, HandedOut handedOut, RunOptions options) {
        Summary summary = handedOut.report().summary();
        List<Finding> findings = handedOut.report().notable();
        console.json(summary.toJson());
        findings.stream().filter(Finding::refuses).forEach(this::refused);
        if (findings.stream().anyMatch(Finding::refuses)) {
            console.note("No key was shown and nothing was written.");
        } else {
            console.result(Console.wrapped("", shown(place, summary.changes())));
        }
        findings.stream()
                .filter(finding -> !finding.refuses())
                .forEach(finding -> console.result(Console.wrapped("Note: ", messages.reason(finding))));
        handedOut.downloadLinks().forEach(link -> console.result("Download: " + Console.plain(link)));
        if (handedOut.report().exit() == ExitCode.DONE) {
            new KeysNote(console).tell(summary, options.setting().policy());
            console.next("hand the keys to whoever needs them, and delete the file when it has done its service."
                    + " Record each activation with an ACTIVATE row of 'almoner assign FILE'.");
        }
        return handedOut.report().exit();
    }

    private void refused(Finding finding) {
        String about = OPTIONS.getOrDefault(Objects.requireNonNullElse(finding.column(), ""), "");
        console.error(about + messages.reason(finding) + " (" + finding.rule().code() + ")");
        console.remedy(messages.hint(finding));
    }

    private static String shown(BenefitPlace place, Map<String, Long> changes) {
        long first = changes.getOrDefault("key_revealed", 0L);
        long again = changes.getOrDefault("key_shown", 0L);
        return "%s, organisation %s, location %s: %,d key%s shown for the first time, %,d shown again."
                .formatted(
                        BenefitSearch.written(place),
                        place.organisationCode(),
                        place.mpnId(),
                        first,
                        first == 1 ? "" : "s",
                        again);
    }
}
