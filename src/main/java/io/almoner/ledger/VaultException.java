package io.almoner.ledger;

/** The vault cannot be opened, or its key does not fit. The message is a sentence for the user and holds no secret. */
public final class VaultException extends RuntimeException {

    VaultException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    VaultException(String sentence) {
        super(sentence);
    }
}
