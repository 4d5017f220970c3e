package io.almoner.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A PMC export of a distributor: organisations of one location, one gold order, fifty users and their seats. The
 * mover is a Global admin in each of them.
 *
 * @param assignments rows of {@code pmc_assignments}
 * @param organisations among which they are shared out evenly
 * @param order how these rows follow each other
 * @param faults whether two rows of a hundred are to be refused
 */
public record SyntheticExport(int assignments, int organisations, Order order, Faults faults) {

    /** Whom {@code --as} has to name. */
    public static final String MOVER = "admin@contoso.example";

    /** Users of each organisation beside the mover. */
    static final int USERS = 50;

    /** How the rows of the organisations follow each other. */
    public enum Order {
        /** One organisation after the other, as an export has them. */
        GROUPED,
        /** In random order, the worst for whatever is kept by organisation. */
        SHUFFLED
    }

    /** Whether some rows are wrong. */
    public enum Faults {
        NONE,
        /** Every fiftieth row: unknown user, bad date, unknown benefit, missing mail and repeated GUID in turn. */
        TWO_IN_A_HUNDRED
    }

    /** An export of 200 grouped rows an organisation. */
    public static SyntheticExport of(int assignments, Faults faults) {
        return new SyntheticExport(assignments, Math.max(1, assignments / 200), Order.GROUPED, faults);
    }

    /** Writes {@code pmc_locations}, {@code pmc_individuals} and {@code pmc_benefits} into a folder, which is made. */
    public Path writeBase(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("pmc_locations.csv"), BaseRows.LOCATION_HEADER, BaseRows::location);
        write(folder.resolve("pmc_individuals.csv"), BaseRows.INDIVIDUAL_HEADER, BaseRows::individuals);
        write(folder.resolve("pmc_benefits.csv"), BaseRows.BENEFIT_HEADER, this::benefits);
        return folder;
    }

    /** Writes {@code pmc_assignments.csv} into a folder, which is made, and returns the file. */
    public Path writeAssignments(Path folder) throws IOException {
        var file = Files.createDirectories(folder).resolve("pmc_assignments.csv");
        var rows = new AssignmentRows(this);
        try (var out = Files.newBufferedWriter(file)) {
            out.write(AssignmentRows.HEADER);
            for (int row : rowOrder()) {
                out.write(rows.row(row));
            }
        }
        return file;
    }

    /** Rows of one organisation; the last one may have fewer. */
    int rowsEach() {
        return (assignments + organisations - 1) / organisations;
    }

    private String benefits(int organisation) {
        return BaseRows.benefits(organisation, rowsEach());
    }

    private void write(Path file, String header, IntFunction<String> rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header);
            for (int organisation = 0; organisation < organisations; organisation++) {
                out.write(rows.apply(organisation));
            }
        }
    }

    private int[] rowOrder() {
        var order = IntStream.range(0, assignments).toArray();
        if (this.order == Order.SHUFFLED) {
            var random = new Random(7);
            for (int last = order.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int kept = order[last];
                order[last] = order[other];
                order[other] = kept;
            }
        }
        return order;
    }
}
