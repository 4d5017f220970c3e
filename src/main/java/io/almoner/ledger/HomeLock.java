package io.almoner.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Held by the one process that has a home's database open. The operating system gives it back when the process dies, so
 * its file means nothing by itself.
 */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LedgerBusyException when another process holds it */
    static HomeLock take(Path home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.resolve("ledger.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                Home.only("rw-------"));
        try {
            if (channel.tryLock() != null) {
                return new HomeLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        channel.close();
        throw busy(home);
    }

    static LedgerBusyException busy(Path home) {
        return new LedgerBusyException("Another almoner works on " + home + ". Wait until it has finished.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
