package io.almoner.jobfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A job as its file says it.
 *
 * <pre>
 * job: assign
 * as: admin@contoso.example
 * sources:
 *   - {folder: inbox, pattern: "*.xlsx", take: all, done: inbox/done, rejected: inbox/rejected}
 * </pre>
 *
 * @param file the file, as it was named
 * @param job which command does it
 * @param place where the file says what it is about: the sources, reports or layout
 * @param title what people call it
 * @param home the ledger's home; null for the usual one
 * @param actingUser in whose name; null for jobs that change nothing
 * @param sources what is read; empty for jobs that read no files
 * @param subjects the reports to write or the layout to export; empty for jobs that read files
 * @param languages the language tags of the reports, one set of files each; empty for the usual one
 * @param options the options that are given
 * @param retry how often it is tried
 * @param mail who is told how it ended; null when nobody is
 * @param schedule when it is to be run; null when nobody says
 */
public record JobFile(
        Path file,
        JobKind job,
        Place place,
        String title,
        @Nullable Path home,
        @Nullable String actingUser,
        List<SourceOrder> sources,
        List<String> subjects,
        List<String> languages,
        Map<JobOption, String> options,
        Retry retry,
        @Nullable MailOrder mail,
        @Nullable Schedule schedule) {

    public JobFile {
        sources = List.copyOf(sources);
        subjects = List.copyOf(subjects);
        languages = List.copyOf(languages);
        options = Map.copyOf(options);
    }

    /**
     * Reads a job file.
     *
     * @param environment the variables that may stand in it
     * @throws JobFileException when it cannot be used, with everything that is wrong in it
     */
    public static JobFile read(Path file, Map<String, String> environment) {
        return new JobFileReader(file, new Variables(environment)).read();
    }

    /**
     * What its runs read now: one run for each file of an inbox, one for everything else, none when there is nothing.
     *
     * @throws SourceFolderException when a folder is not there, or one source of several has nothing, or any of a comparison
     */
    public List<List<Path>> batches() {
        return new Batches(this).now();
    }

    /** The only source, when its files are moved away as they are processed, each by a run of its own. */
    public Optional<SourceOrder.Matching> inbox() {
        return sources.stream()
                .filter(SourceOrder.Matching.class::isInstance)
                .map(SourceOrder.Matching.class::cast)
                .filter(source -> source.moves() != null)
                .findFirst();
    }
}
