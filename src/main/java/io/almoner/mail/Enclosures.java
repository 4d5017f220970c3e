package io.almoner.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files go with a mail, and which are only named because they would make it too large.
 *
 * @param attached the files that go with it, no two of one name
 * @param named the others
 */
record Enclosures(List<Attachment> attached, List<Named> named) {

    /** A file that is too large, with its size in bytes. */
    record Named(Path file, long size) {}

    /** Attaches the files in their order as long as they have room. */
    static Enclosures of(List<Path> files, long largest) throws IOException {
        List<Attachment> attached = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long room = largest;
        for (Path file : files) {
            long size = Files.size(file);
            if (size <= room) {
                attached.add(new Attachment(file, name(file, names)));
                room -= size;
            } else {
                named.add(new Named(file, size));
            }
        }
        return new Enclosures(attached, named);
    }

    /** The file's name; where another has it, with what its folder is called: the language, or the run. */
    private static String name(Path file, Set<String> taken) {
        String name = file.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        String added = folder == null || folder.getFileName() == null ? "" : "-" + folder.getFileName();
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = with(added, name);
            added = added.replaceFirst("(\\+\\d+)?$", "+" + i);
        }
        return free;
    }

    private static String with(String addition, String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + addition : name.substring(0, dot) + addition + name.substring(dot);
    }
}
