package io.almoner.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Takes letters to where they are read. */
public sealed interface Post permits SmtpPost, Outbox, Rehearsal {

    /**
     * Sends a letter.
     *
     * @param name what its file is called where it becomes one, without extension
     * @return what became of it
     * @throws IOException when it can neither be sent nor kept
     */
    Delivery send(Letter letter, String name) throws IOException;

    /** Sends nothing, for who only wants to know what would be sent. */
    static Post rehearsal() {
        return new Rehearsal();
    }

    /**
     * The server that the environment names, else the outbox of the home.
     *
     * @throws MailSettingsException when the environment names one that cannot be used
     */
    static Post of(Map<String, String> environment, Path home) {
        Outbox outbox = new Outbox(home.resolve("outbox"));
        return SmtpServer.of(environment)
                .<Post>map(server -> new SmtpPost(server, outbox))
                .orElse(outbox);
    }
}
