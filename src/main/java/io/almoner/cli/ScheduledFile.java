package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.jobfile.JobFile;
import io.almoner.jobfile.JobFileException;

/** A job file that is read again whenever it has changed. */
final class ScheduledFile {

    private final Path file;
    private final Map<String, String> environment;
    private Optional<Stamp> stamp;
    private JobFile job;
    private @Nullable JobFileException fault;

    /** What tells a changed file. */
    private record Stamp(FileTime modified, long size) {

        private static Optional<Stamp> of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Reads it for the first time.
     *
     * @throws JobFileException when it cannot be used
     */
    ScheduledFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
        this.stamp = Stamp.of(file);
        this.job = JobFile.read(file, environment);
    }

    /** The file. */
    Path file() {
        return file;
    }

    /** The job, as the file said when it could last be used. */
    synchronized JobFile job() {
        return job;
    }

    /** What is wrong in it now: file, line, column and a sentence for each fault. */
    synchronized Optional<String> fault() {
        return Optional.ofNullable(fault)
                .map(wrong -> wrong.problems().stream()
                        .map(problem -> problem.place().in(file) + ": " + problem.sentence())
                        .collect(Collectors.joining(" ")));
    }

    /** Reads it again if it has changed; tells whether it had. */
    synchronized boolean readsAgain() {
        Optional<Stamp> now = Stamp.of(file);
        if (now.equals(stamp)) {
            return false;
        }
        stamp = now;
        try {
            job = JobFile.read(file, environment);
            fault = null;
        } catch (JobFileException e) {
            fault = e;
        }
        return true;
    }
}
