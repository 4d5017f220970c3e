package io.almoner.cli;

/** The command was given wrong; it ends with exit code 2. */
final class UsageException extends RuntimeException {

    /** @param message what is wrong and what is expected */
    UsageException(String message) {
        super(message);
    }
}
