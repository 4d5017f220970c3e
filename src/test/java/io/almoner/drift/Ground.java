package io.almoner.drift;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** One partner's tables in which drift is planted: nothing is touched twice, so that one difference hides no other. */
final class Ground {

    private final Partner partner;
    private final Random random;
    private final Set<String> touched = new HashSet<>();
    private final Set<Line> inserted = Collections.newSetFromMap(new IdentityHashMap<>());
    private int added;

    Ground(Partner partner, Random random) {
        this.partner = partner;
        this.random = random;
    }

    Partner partner() {
        return partner;
    }

    /** A number for something that did not stand there before. */
    int next() {
        return ++added;
    }

    /** Any line of a table that nobody has touched, with whatever it is about; it is touched from then on. */
    Optional<Line> any(Sheet sheet, Predicate<Line> wanted, String... columns) {
        List<Line> lines = partner.lines(sheet).stream()
                .filter(line -> !inserted.contains(line))
                .filter(wanted)
                .filter(line -> !touched.contains(name(sheet, line, columns)))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Line line = lines.get(random.nextInt(lines.size()));
        touched.add(name(sheet, line, columns));
        return Optional.of(line);
    }

    private static String name(Sheet sheet, Line line, String... columns) {
        StringBuilder name = new StringBuilder(sheet.name());
        for (String column : columns) {
            name.append('|').append(line.get(column));
        }
        return name.toString();
    }

    /** True the first time that this is asked of a person. */
    boolean touchPerson(String email) {
        return touched.add("person|" + email);
    }

    boolean isTouched(String email) {
        return touched.contains("person|" + email);
    }

    void remove(Sheet sheet, Line line) {
        partner.lines(sheet).remove(line);
    }

    /** Puts a line somewhere into its table. */
    void insert(Sheet sheet, Line line) {
        inserted.add(line);
        List<Line> lines = partner.lines(sheet);
        lines.add(random.nextInt(lines.size() + 1), line);
    }

    Planted planted(
            String code,
            String kind,
            String name,
            @Nullable String order,
            @Nullable String person,
            @Nullable String mark) {
        return new Planted(code, partner.code(), kind, name, order, person, mark);
    }
}
