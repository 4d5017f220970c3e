package io.almoner.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files go with a mail, and which are only named because they would make it too large.
 *
 * @param attached the files that go with it
 * @param named the others
 */
record Enclosures(List<Path> attached, List<Named> named) {

    /** A file that is too large, with its size in bytes. */
    record Named(Path file, long size) {}

    /** Attaches the files in their order as long as they have room. */
    static Enclosures of(List<Path> files, long largest) throws IOException {
        List<Path> attached = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        long room = largest;
        for (Path file : files) {
            long size = Files.size(file);
            if (size <= room) {
                attached.add(file);
                room -= size;
            } else {
                named.add(new Named(file, size));
            }
        }
        return new Enclosures(attached, named);
    }
}
