package io.almoner.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobfile.SourceOrder.Named;

/** What the runs of a job read now, run by run. */
final class Batches {

    private final JobFile job;

    Batches(JobFile job) {
        this.job = job;
    }

    /**
     * One run for each file of an inbox, and one for everything else; none when there is nothing to read. A comparison is
     * never through for want of something to compare with.
     */
    List<List<Path>> now() {
        if (job.inbox().isPresent()) {
            return files(job.inbox().get()).stream().map(List::of).toList();
        }
        List<Path> all = new ArrayList<>();
        List<Matching> empty = new ArrayList<>();
        for (SourceOrder source : job.sources()) {
            if (source instanceof Named named) {
                all.add(named.path());
            } else if (source instanceof Matching matching) {
                List<Path> files = files(matching);
                all.addAll(files);
                if (files.isEmpty()) {
                    empty.add(matching);
                }
            }
        }
        if (!empty.isEmpty() && (!all.isEmpty() || job.job() == JobKind.RECONCILE)) {
            String purpose = all.isEmpty() ? "to compare with" : "to be read with the other sources";
            throw new SourceFolderException("There is no " + empty.get(0).pattern() + " in "
                    + empty.get(0).folder() + " " + purpose + " (" + where(empty.get(0)) + ").");
        }
        return empty.isEmpty() ? List.of(all) : List.of();
    }

    private List<Path> files(Matching source) {
        try {
            return source.files();
        } catch (IOException e) {
            throw new SourceFolderException(
                    Files.isDirectory(source.folder())
                            ? "The folder " + source.folder() + " cannot be read (" + where(source) + ")."
                            : "There is no folder " + source.folder() + " (" + where(source)
                                    + "). Make it, or name another one there.");
        }
    }

    private String where(Matching source) {
        return job.file() + ":" + source.place();
    }
}
