package io.almoner.cli;

import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.jobs.ExitCode;
import io.almoner.ledger.LedgerBusyException;
import io.almoner.ledger.LedgerUnavailableException;
import io.almoner.ledger.VaultException;

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

    /** The summary of a command that had no run to tell of. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("status", exit == ExitCode.FAILED ? "failed" : "refused");
        json.put("message", sentence);
        return new JsonMapper().writeValueAsString(json);
    }
}
