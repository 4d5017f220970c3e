package io.almoner.cli;

import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Policies;
import io.almoner.ledger.LedgerBusyException;
import io.almoner.ledger.LedgerUnavailableException;
import io.almoner.ledger.VaultException;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary;

/**
 * What ended a command before its run could tell anything.
 *
 * @param exit what the process ends with
 * @param sentence what happened and what to do
 */
record Failure(ExitCode exit, String sentence) {

    static Failure of(Exception e) {
        if (e instanceof UsageException) {
            return new Failure(ExitCode.USAGE, message(e));
        }
        if (e instanceof LedgerBusyException) {
            return new Failure(ExitCode.STOPPED_BY_SAFETY, message(e));
        }
        if (e instanceof LedgerUnavailableException || e instanceof VaultException) {
            return new Failure(ExitCode.FAILED, message(e) + cause(e.getCause()));
        }
        return new Failure(
                ExitCode.FAILED,
                "Something failed that should not: " + described(e)
                        + ". What was committed stays; the same command goes on from there. --verbose shows more.");
    }

    private static String message(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private static String cause(@Nullable Throwable cause) {
        Throwable root = cause;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null || root.getMessage() == null
                ? ""
                : " (" + root.getMessage().lines().findFirst().orElse("") + ")";
    }

    private static String described(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = Objects.requireNonNullElse(root.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return root instanceof FileSystemException
                ? root.getClass().getSimpleName() + " " + message
                : root.getClass().getSimpleName() + (message.isEmpty() ? "" : " (" + message + ")");
    }

    /**
     * The summary of a command that had no run to tell of.
     *
     * @param arguments the command as it was given
     */
    String json(List<String> arguments) {
        Summary summary = new Summary(
                Summary.VERSION,
                "",
                arguments.stream()
                        .filter(argument -> !argument.startsWith("-"))
                        .findFirst()
                        .orElse(""),
                exit == ExitCode.FAILED ? Summary.Status.FAILED : Summary.Status.REFUSED,
                arguments.contains("--dry-run") || arguments.contains("-n"),
                Policies.DEFAULT,
                LocalDate.now(ZoneOffset.UTC),
                null,
                List.of(),
                new RowCounts(0, 0, 0, 0, 0),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                0);
        return summary.toJson();
    }
}
