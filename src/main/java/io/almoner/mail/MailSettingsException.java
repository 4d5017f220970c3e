package io.almoner.mail;

/** The environment's settings of mail cannot be used. */
public final class MailSettingsException extends RuntimeException {

    MailSettingsException(String message) {
        super(message);
    }
}
