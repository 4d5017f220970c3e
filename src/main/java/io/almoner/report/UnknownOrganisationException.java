package io.almoner.report;

/** The ledger has no such organisation, or had none on the day that was asked for: another attempt will not find it either. */
public final class UnknownOrganisationException extends ReportException {

    UnknownOrganisationException(String message) {
        super(message);
    }
}
