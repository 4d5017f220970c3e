package io.almoner.ledger;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a run when it begins.
 *
 * @param job the job's name, such as {@code migrate}
 * @param fingerprint equal for commands that are the same: the same job, sources and options
 * @param dryRun whether it only plans
 * @param policy the policy's name
 * @param onDate the business date
 * @param actingUser the e-mail given as the acting user, if any
 * @param osUser the operating system's user
 * @param directory where its files go, absolute
 * @param options JSON object of the options as given
 * @param startedAt when it begins
 */
public record NewRun(
        String job,
        String fingerprint,
        boolean dryRun,
        String policy,
        LocalDate onDate,
        @Nullable String actingUser,
        String osUser,
        String directory,
        String options,
        Instant startedAt) {}
