package io.almoner.book;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import io.almoner.rules.Finding;
import io.almoner.rules.Policy;
import io.almoner.rules.Rule;
import io.almoner.rules.Severity;

/**
 * Under what a command is judged.
 *
 * @param purpose whether rows are history or wishes
 * @param policy the dated policy
 * @param on the business date
 * @param actingUser the account e-mail of who asks, lower case
 */
public record Setting(Purpose purpose, Policy policy, LocalDate on, String actingUser) {

    /** What rows are. */
    public enum Purpose {
        /** Facts of the past: capacity and the like only warn. */
        HISTORY,
        /** Wishes: every rule refuses as the catalogue says. */
        WISH
    }

    private static final Set<Rule> TOLERATED_IN_HISTORY = EnumSet.of(
            Rule.VS_001,
            Rule.VS_005,
            Rule.VS_006,
            Rule.GTM_003,
            Rule.SW_005,
            Rule.CAP_001,
            Rule.CAP_002,
            Rule.CAP_003,
            Rule.USR_003,
            Rule.USR_005);

    /** The finding with the weight that it has here: what a migration finds is a fact, and only flagged. */
    public Finding weigh(Finding finding) {
        return purpose == Purpose.HISTORY && finding.refuses() && TOLERATED_IN_HISTORY.contains(finding.rule())
                ? finding.weighing(Severity.WARNING)
                : finding;
    }
}
