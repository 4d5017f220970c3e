package io.almoner.mail;

import java.nio.file.Path;

/**
 * A file that goes with a mail.
 *
 * @param file where it stands
 * @param name what the mail calls it
 */
public record Attachment(Path file, String name) {}
