package io.almoner.cli;

import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.jobfile.SourceFolderException;
import io.almoner.jobs.ExitCode;
import io.almoner.ledger.LedgerBusyException;
import io.almoner.ledger.LedgerUnavailableException;
import io.almoner.ledger.VaultException;
import io.almoner.returns.InvalidPlanException;
import io.almoner.returns.RowCounts;
import io.almoner.returns.Summary;

/**
 * What ended a command before its run could tell anything.
 *
 * @param exit what the process ends with
 * @param sentence what happened and what to do
 * @param reason the same for people elsewhere, without what an exception said, which may be anything; null when nothing is
 *     left then
 */
record Failure(ExitCode exit, String sentence, @Nullable String reason) {

    Failure(ExitCode exit, String sentence) {
        this(exit, sentence, null);
    }

    static Failure of(Exception e) {
        if (e instanceof UsageException) {
            return new Failure(ExitCode.USAGE, message(e));
        }
        if (e instanceof InvalidPlanException || e instanceof SourceFolderException) {
            return new Failure(ExitCode.UNUSABLE_INPUT, message(e));
        }
        if (e instanceof LedgerBusyException) {
            return new Failure(ExitCode.STOPPED_BY_SAFETY, message(e));
        }
        if (e instanceof LedgerUnavailableException || e instanceof VaultException) {
            return new Failure(ExitCode.FAILED, message(e) + cause(e.getCause()), message(e));
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
     * The summary of a command that had no run to tell of: the fields of every summary, and the sentence as
     * {@code message}.
     */
    String json(String job) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", Summary.VERSION);
        json.put("run", null);
        json.put("job", job);
        json.put("status", exit == ExitCode.FAILED ? Summary.Status.FAILED : Summary.Status.REFUSED);
        json.put("dryRun", false);
        json.put("policy", null);
        json.put("on", null);
        json.put("actingUser", null);
        json.put("sources", List.of());
        json.put("rows", new RowCounts(0, 0, 0, 0, 0));
        json.put("findings", Map.of());
        json.put("changes", Map.of());
        json.put("files", List.of());
        json.put("seconds", 0);
        json.put("message", sentence);
        if (reason != null) {
            json.put("reason", reason);
        }
        return JsonMapper.shared().writeValueAsString(json);
    }
}
