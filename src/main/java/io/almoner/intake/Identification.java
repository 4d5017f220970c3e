package io.almoner.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.almoner.rules.Finding;
import io.almoner.rules.Severity;

/** Walks through what the user named and collects the tables in it. */
final class Identification {

    /** What may lie beside tables in a folder or an archive without harm. */
    private static final Set<Refusal> HARMLESS = Set.of(
            Refusal.NO_HEADER,
            Refusal.UNKNOWN_LAYOUT,
            Refusal.EMPTY,
            Refusal.BINARY,
            Refusal.WEB_PAGE,
            Refusal.OTHER_FORMAT);

    /** The sheets of one workbook stay as they stand in it. */
    private static final Comparator<SourceTable> READING_ORDER = Comparator.comparingInt(
                    (SourceTable table) -> table.layout().rank())
            .thenComparing(SourceTable::name)
            .thenComparing(SourceTable::sha256);

    private final TableFinder finder;
    private final List<SourceTable> tables = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private final List<String> named = new ArrayList<>();

    Identification(TableFinder finder) {
        this.finder = finder;
    }

    void add(Path path) {
        String label = path.toString();
        named.add(label);
        if (!Files.exists(path)) {
            throw Refusal.MISSING_FILE.of(label);
        }
        if (Files.isDirectory(path)) {
            folder(path).forEach(this::addFound);
        } else {
            addFile(path);
        }
    }

    private void addFile(Path path) {
        Source source = new Source(path, null);
        if (!Files.isRegularFile(path)) {
            throw Refusal.NOT_A_FILE.of(source.label());
        }
        try {
            if (finder.isArchive(source)) {
                finder.entries(source).forEach(this::addFound);
            } else {
                keep(finder.find(source));
            }
        } catch (IOException e) {
            throw Refusal.NOT_READABLE.of(source.label(), e);
        }
    }

    private void addFound(Path file) {
        leniently(file.toString(), () -> addFile(file));
    }

    private void addFound(Source entry) {
        leniently(entry.label(), () -> {
            try {
                keep(finder.find(entry));
            } catch (IOException e) {
                throw Refusal.NOT_READABLE.of(entry.label(), e);
            }
        });
    }

    private void leniently(String label, Runnable step) {
        try {
            step.run();
        } catch (UnusableInputException e) {
            if (HARMLESS.stream().noneMatch(harmless -> harmless.is(e.finding()))) {
                throw e;
            }
            ignore(label, e.finding());
        }
    }

    private void keep(Identified found) {
        tables.addAll(found.tables());
        ignored.addAll(found.ignored());
    }

    private void ignore(String label, Finding finding) {
        ignored.add(new Ignored(label, finding.weighing(Severity.INFORMATION)));
    }

    private List<Path> folder(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            List<Path> visible = content.filter(path -> !TableFinder.isHidden(String.valueOf(path.getFileName())))
                    .sorted()
                    .toList();
            visible.stream()
                    .filter(Files::isDirectory)
                    .forEach(path -> ignore(path.toString(), Refusal.TOO_DEEP.finding()));
            return visible.stream().filter(path -> !Files.isDirectory(path)).toList();
        } catch (IOException e) {
            throw Refusal.NOT_READABLE.of(folder.toString(), e);
        }
    }

    /** @throws UnusableInputException when there is no table */
    Identified result() {
        if (tables.isEmpty()) {
            throw Refusal.NO_TABLE.of(String.join(", ", named));
        }
        Set<String> identities = new HashSet<>();
        List<SourceTable> distinct = new ArrayList<>();
        for (SourceTable table : tables.stream().sorted(READING_ORDER).toList()) {
            if (identities.add(table.identity())) {
                distinct.add(table);
            } else {
                ignore(table.label(), Refusal.SAME_CONTENT.finding());
            }
        }
        return new Identified(distinct, ignored);
    }
}
