package io.almoner.returns;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that appears under its name whole or not at all: it is written beside its place as {@code NAME.part} and moved
 * by {@link #commit()}. Closed without a commit it leaves nothing behind, and a file that stood there stays as it was.
 */
public final class StagedFile implements Closeable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream stream;

    /** Who may read the file. */
    public enum Access {
        /** Whoever the folder and the user's own settings let in. */
        SHARED,
        /** Its owner only (0600), from its first byte; for product keys. */
        PRIVATE,
        /** Everybody (0644), whatever the user's own settings are; for what other programs collect. */
        PUBLIC
    }

    private StagedFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Begins a file; a part that an interrupted run left is overwritten.
     *
     * @param target where it is to stand; folders that lack are made
     * @throws IOException when the disk refuses
     */
    public static StagedFile open(Path target, Access access) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = absolute.resolveSibling(absolute.getFileName() + ending(access));
        Files.deleteIfExists(part);
        FileChannel channel = FileChannel.open(part, options(), attributes(access));
        if (access == Access.PUBLIC && isPosix()) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
        }
        return new StagedFile(absolute, part, channel);
    }

    /** Where the content goes; buffered, and closed by this file. */
    public OutputStream stream() {
        return stream;
    }

    /** Where the file stands after the commit: an absolute path. */
    public Path target() {
        return target;
    }

    /**
     * Puts the file, safely on the disk, in its place.
     *
     * @throws IOException when the disk refuses; the part is removed by {@link #close()}
     */
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    /** What other programs collect may be written by several processes at the same moment. */
    private static String ending(Access access) {
        return access == Access.PUBLIC ? "." + ProcessHandle.current().pid() + ".part" : ".part";
    }

    private static Set<StandardOpenOption> options() {
        return Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] attributes(Access access) {
        return access == Access.PRIVATE && isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
