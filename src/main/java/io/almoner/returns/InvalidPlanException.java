package io.almoner.returns;

/** A file is not a plan that could be applied; the message is a sentence for its user. */
public final class InvalidPlanException extends RuntimeException {

    InvalidPlanException(String message) {
        super(message);
    }

    InvalidPlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
