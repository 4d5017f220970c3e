package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.almoner.jobfile.Inbox;
import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobfile.SourceOrder.Moves;
import io.almoner.jobs.ExitCode;
import io.almoner.returns.Summary.Status;

/** Decides where a file of an inbox goes after its run. */
final class InboxMoves {

    private final Inbox inbox;
    private final Moves moves;

    InboxMoves(Matching source) {
        this.inbox = new Inbox(source);
        this.moves = Objects.requireNonNull(source.moves());
    }

    /** The folder to which the file would go, had its dry run been none; empty when it would stay. */
    Optional<Path> foreseen(Attempt attempt) {
        if (!attempt.isDryRun()) {
            return Optional.empty();
        }
        return switch (attempt.exit()) {
            case DONE -> Optional.of(moves.done());
            case NEEDS_A_LOOK, UNUSABLE_INPUT -> Optional.of(moves.rejected());
            case STOPPED_BY_SAFETY -> attempt.isFinished() ? Optional.of(moves.rejected()) : Optional.empty();
            case FAILED, USAGE, NO_RIGHT, INTERRUPTED -> Optional.empty();
        };
    }

    /**
     * Moves the file as its run ended.
     *
     * @return where it stands now; empty when it stays: its run is not finished, was a dry run, or was refused for the
     *     acting user's rights, which is nothing that the file could mend
     */
    Optional<Path> after(Attempt attempt) throws IOException {
        Path file = attempt.files().get(0);
        if (attempt.isDryRun() || !attempt.isFinished() || attempt.exit() == ExitCode.NO_RIGHT || !Files.exists(file)) {
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
