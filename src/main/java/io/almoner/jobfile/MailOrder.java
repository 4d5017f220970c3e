package io.almoner.jobfile;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Role;

/**
 * Who is told how a job ended.
 *
 * @param to addresses of those who get all of it
 * @param role whose holders get the part of their own organisation, and no other; null when nobody gets a part
 * @param from whose address stands as the sender's; null for the usual one
 * @param occasion when a mail is sent
 * @param attach the kinds of files that go with it, the most wanted first
 * @param largest how many bytes all attachments of a mail may have together
 */
public record MailOrder(
        List<String> to,
        @Nullable Role role,
        @Nullable String from,
        Occasion occasion,
        List<Attached> attach,
        long largest) {

    /** When a mail is sent. */
    public enum Occasion {
        ALWAYS,
        /** When something was changed, written or refused, or went wrong. */
        SOMETHING_TO_SAY
    }

    /** The kinds of files that may go with a mail: keys are no such kind. */
    public enum Attached {
        REPORT,
        REJECTS,
        FINDINGS
    }

    public MailOrder {
        to = List.copyOf(to);
        attach = List.copyOf(attach);
    }
}
