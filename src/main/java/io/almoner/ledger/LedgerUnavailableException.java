package io.almoner.ledger;

/** The ledger cannot be reached or opened. The message is a sentence for the user and holds no password. */
public final class LedgerUnavailableException extends RuntimeException {

    LedgerUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    LedgerUnavailableException(String sentence) {
        super(sentence);
    }
}
