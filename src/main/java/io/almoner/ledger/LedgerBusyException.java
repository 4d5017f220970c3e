package io.almoner.ledger;

/** Another process works on this ledger. The message is a sentence for the user. */
public final class LedgerBusyException extends RuntimeException {

    LedgerBusyException(String sentence) {
        super(sentence);
    }
}
