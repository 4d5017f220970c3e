package io.almoner.mail;

import java.nio.file.Path;
import java.util.List;

/** What became of a letter. */
public sealed interface Delivery {

    /** The server has taken it. */
    record Sent(String server) implements Delivery {}

    /** There is no server; the letter lies in a file that mail programs open. */
    record Kept(Path file) implements Delivery {}

    /**
     * The server did not take it.
     *
     * @param file where it lies now
     * @param reason what the server, or the way to it, had against it
     */
    record Undelivered(Path file, String reason) implements Delivery {}

    /** Nothing was sent: this is what would have been. */
    record Rehearsed(List<String> to, String subject) implements Delivery {

        public Rehearsed {
            to = List.copyOf(to);
        }
    }
}
