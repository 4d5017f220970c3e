package io.almoner.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a reader must know of a report before believing its figures.
 *
 * @param organisations names, in the order of the report; the first few when there are many
 * @param organisationCount how many there are in all
 * @param on the day for which the data was judged (UTC)
 * @param policy name of the policy, such as {@code 2020-03}
 * @param filters what was left out, in words; empty when nothing was
 */
record ReportHeader(
        List<String> organisations,
        long organisationCount,
        LocalDate on,
        Instant generatedAt,
        String policy,
        List<String> filters) {}
