package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.almoner.jobfile.Inbox;
import io.almoner.jobs.ExitCode;
import io.almoner.returns.Summary.Status;

/** Decides where a file of an inbox goes after its run. */
final class InboxMoves {

    private final Inbox inbox;

    InboxMoves(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Moves the file as its run ended.
     *
     * @return where it stands now; empty when it stays: its run is not finished, was a dry run, or was refused for the
     *     acting user's rights, which is nothing that the file could mend
     */
    Optional<Path> after(Attempt attempt) throws IOException {
        Path file = attempt.files().get(0);
        if (!attempt.isFinished() || attempt.exit() == ExitCode.NO_RIGHT || !Files.exists(file)) {
            return Optional.empty();
        }
        List<Path> rejects = attempt.written("rejects");
        if (attempt.hasStatus(Status.REFUSED)) {
            return Optional.of(inbox.unusable(file, rejects, reason(file, attempt)));
        }
        return Optional.of(attempt.hasStatus(Status.COMPLETED) ? inbox.done(file) : inbox.rejected(file, rejects));
    }

    private static String reason(Path file, Attempt attempt) {
        String run =
                attempt.summary().map(json -> json.path("run").asString("")).orElse("");
        return file.getFileName() + ": nothing was applied.\n\n" + String.join("\n", attempt.errors()) + "\n\nRun "
                + run + "\n";
    }
}
