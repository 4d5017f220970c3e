package io.almoner.returns;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.almoner.intake.SourceTable;

/**
 * Gives each rejects file its name: {@code pmc_keys.rejects.csv} for {@code pmc_keys.csv}, and for a corrected
 * {@code pmc_keys.rejects.csv} too. A name that is taken, or that is the source itself, gets a number.
 */
final class RejectsNames {

    private final Path directory;
    private final Set<Path> taken = new HashSet<>();

    RejectsNames(Path directory, Collection<Refused> sources) {
        this.directory = directory.toAbsolutePath().normalize();
        sources.forEach(
                source -> taken.add(source.table().path().toAbsolutePath().normalize()));
    }

    /** A free name in the directory. */
    Path next(SourceTable table, String extension) {
        String stem = stem(table.name());
        Path path = directory.resolve(stem + ".rejects" + extension);
        for (int i = 2; !taken.add(path); i++) {
            path = directory.resolve(stem + ".rejects-" + i + extension);
        }
        return path;
    }

    private static String stem(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
        int dot = last.lastIndexOf('.');
        String stem = (dot > 0 ? last.substring(0, dot) : last).replaceFirst("\\.rejects(-\\d+)?$", "");
        return stem.isBlank() || stem.startsWith(".") ? "table" + stem.strip() : stem;
    }
}
