package io.almoner.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.almoner.returns.PlanText.BenefitUse;

/**
 * What a dry run found and {@code apply} may do: the command, what it was judged against, and what to expect of it. Holds
 * no secrets.
 *
 * @param version of this format: 1
 * @param createdAt when the dry run ended
 * @param command such as {@code migrate}
 * @param options the options as they were given, by name without dashes; without those that say where the ledger is
 * @param sources what was read, in that order
 * @param ledgerRevision the ledger's revision that it was judged against
 * @param actingUser in whose name
 * @param policy the policy
 * @param on the business date
 * @param rows how the rows would end
 * @param changes how many changes of each kind are expected, by word
 * @param benefits the balance of each benefit that is touched
 */
public record Plan(
        int version,
        Instant createdAt,
        String command,
        SortedMap<String, String> options,
        List<Source> sources,
        long ledgerRevision,
        String actingUser,
        String policy,
        LocalDate on,
        RowCounts rows,
        SortedMap<String, Long> changes,
        List<BenefitUse> benefits) {

    /** The version of the format that this program writes and reads. */
    public static final int VERSION = 1;

    /**
     * A file that the plan was made of.
     *
     * @param path absolute
     * @param sha256 fingerprint of the whole file: 64 lower-case hexadecimal digits
     */
    public record Source(String path, String sha256) {}

    public Plan {
        options = new TreeMap<>(options);
        sources = List.copyOf(sources);
        changes = new TreeMap<>(changes);
        benefits = List.copyOf(benefits);
    }
}
