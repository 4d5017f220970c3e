package io.almoner.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a job reads. */
public sealed interface SourceOrder {

    /** A file or folder by its name; whether it is there, the command says. */
    record Named(Path path) implements SourceOrder {}

    /**
     * Files of a folder.
     *
     * @param folder where they are looked for; not below it
     * @param pattern what their names match, such as <code>*.{xlsx,csv}</code>
     * @param take which of them are read
     * @param moves where each goes when it has been processed; null when they stay
     * @param place where the job file says so
     */
    record Matching(
            Path folder,
            String pattern,
            Take take,
            @Nullable Moves moves,
            Place place) implements SourceOrder {

        private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload");

        /**
         * The files that are to be read now. Hidden files, links, and names under which programs write what is not
         * finished are passed over.
         *
         * @throws IOException when the folder cannot be read, or is not there
         */
        public List<Path> files() throws IOException {
            PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
            TreeMap<Aged, Path> found =
                    new TreeMap<>(Comparator.comparing(Aged::changed).thenComparing(Aged::name));
            try (Stream<Path> children = Files.list(folder)) {
                for (Path child : children.filter(Matching::isFinished).toList()) {
                    Path name = child.getFileName();
                    if (matcher.matches(name)) {
                        found.put(new Aged(Files.getLastModifiedTime(child), name.toString()), child);
                    }
                }
            }
            List<Path> files = new ArrayList<>(found.values());
            return take == Take.NEWEST && !files.isEmpty() ? List.of(files.get(files.size() - 1)) : files;
        }

        private static boolean isFinished(Path child) {
            String name = child.getFileName().toString();
            return Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)
                    && !name.startsWith(".")
                    && !name.startsWith("~$") // what Excel puts beside a workbook that is open
                    && UNFINISHED.stream().noneMatch(name::endsWith);
        }

        private record Aged(FileTime changed, String name) {}
    }

    /**
     * Where processed files go.
     *
     * @param done those whose every row was applied, or already so
     * @param rejected the others, with what tells why beside them
     */
    record Moves(Path done, Path rejected) {}
}
