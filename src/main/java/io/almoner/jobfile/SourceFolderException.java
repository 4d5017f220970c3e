package io.almoner.jobfile;

/** What a job is to read cannot be found where its file says. */
public final class SourceFolderException extends RuntimeException {

    SourceFolderException(String message) {
        super(message);
    }
}
