package io.almoner.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.commons.codec.digest.DigestUtils;

/** The private folder of a ledger and how files come into being in it: whole, or not at all. */
public final class Home {

    private static final int PLACE_DIGITS = 8;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Home() {}

    /** Creates the folder, for its owner only, unless it is there. */
    static void create(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            Path parent = home.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            createPrivately(home);
        }
    }

    private static void createPrivately(Path home) throws IOException {
        try {
            Files.createDirectory(home, only("rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    /**
     * Creates a file that its owner alone may read, on disk before it has its name.
     *
     * @throws FileAlreadyExistsException when another process was quicker
     */
    static void createPrivateFile(Path file, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", only("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            give(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        sync(file);
    }

    /** Unlike a move, a link never replaces what another process made; some file systems have none. */
    private static void give(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (UnsupportedOperationException e) {
            Files.move(unfinished, file);
        }
    }

    /** Gives a finished file its name, replacing what had it, and lets its owner alone read it. */
    static void install(Path finished, Path name) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(finished, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(name);
    }

    /** A new name is on disk only when its folder is; Windows neither needs nor can do that. */
    private static void sync(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (POSIX && folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Where something is remembered of a job, which is known by where its file stands.
     *
     * @param ending of the name, such as {@code .json}
     */
    public static Path ofJob(Path home, Path jobFile, String ending) {
        Path absolute = jobFile.toAbsolutePath().normalize();
        String stem =
                absolute.getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9_-]+", "_");
        String place = DigestUtils.sha256Hex(absolute.toString()).substring(0, PLACE_DIGITS);
        return home.resolve("jobs").resolve(stem + "-" + place + ending);
    }

    /** The attributes of a new file or folder with these permissions, such as {@code rwx------}; none on Windows. */
    public static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
