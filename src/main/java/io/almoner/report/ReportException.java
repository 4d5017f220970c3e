package io.almoner.report;

/** A report could not be written; the message says what to do about it. */
public sealed class ReportException extends RuntimeException
        permits BrokenDesignException, UnknownOrganisationException {

    ReportException(String message) {
        super(message);
    }

    ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
