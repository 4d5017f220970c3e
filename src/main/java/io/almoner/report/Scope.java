package io.almoner.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.Policy;

/**
 * What a report is about.
 *
 * @param on the day for which the data is judged, UTC
 * @param policy the policy that the report names and judges by
 * @param organisation OrgId of the only organisation to be shown; null for all
 * @param within how many days ahead a report looks that looks ahead
 */
public record Scope(LocalDate on, Policy policy, @Nullable String organisation, int within) {

    /** A quarter ahead. */
    public static final int WITHIN = 90;

    public Scope(LocalDate on, Policy policy, @Nullable String organisation) {
        this(on, policy, organisation, WITHIN);
    }
}
