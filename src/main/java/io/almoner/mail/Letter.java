package io.almoner.mail;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mail before it is sent.
 *
 * @param from the sender's address; null for the server's usual one
 * @param to the addresses
 * @param subject one line
 * @param body what it says
 * @param attachments files that go with it
 */
public record Letter(@Nullable String from, List<String> to, String subject, Body body, List<Attachment> attachments) {

    /**
     * The same words twice.
     *
     * @param text for programs that show no HTML
     * @param html for all others
     */
    public record Body(String text, String html) {}

    public Letter {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }
}
