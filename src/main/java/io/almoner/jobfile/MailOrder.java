package io.almoner.jobfile;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Role;

/**
 * Who is told how a job ended.
 *
 * @param to those who get all of it
 * @param parts those who get the part of their own organisation, and no other
 * @param from whose address stands as the sender's; null for the usual one
 * @param occasion when a mail is sent
 * @param repeat when the same failure is told again
 * @param attach the kinds of files that go with it, the most wanted first
 * @param largest how many bytes all attachments of a mail may have together
 */
public record MailOrder(
        List<Recipient> to,
        Parts parts,
        @Nullable String from,
        Occasion occasion,
        Repeat repeat,
        List<Attached> attach,
        long largest) {

    /**
     * Those who get the part of their own organisation.
     *
     * @param role whose holders do; null when no role says so
     * @param organisations who does besides, by organisation (OrgId)
     */
    public record Parts(@Nullable Role role, Map<String, List<Recipient>> organisations) {

        public Parts {
            organisations = Map.copyOf(organisations);
        }

        public boolean areWanted() {
            return role != null || !organisations.isEmpty();
        }
    }

    /** When a mail is sent. */
    public enum Occasion {
        ALWAYS,
        /** When something was changed, written or refused, or went wrong. */
        SOMETHING_TO_SAY
    }

    /** When a failure is told again that comes again. Another one, and the end of it, are always told. */
    public enum Repeat {
        /** With the first run of another day (UTC) that ends so. */
        DAILY,
        NEVER,
        /** With every run that ends so. */
        ALWAYS
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
