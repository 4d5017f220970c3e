package io.almoner.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param on the day for which the data is judged, UTC
 * @param policy name of the policy that the report names, such as {@code 2020-03}
 * @param organisation OrgId of the only organisation to be shown; null for all
 */
public record Scope(LocalDate on, String policy, @Nullable String organisation) {}
