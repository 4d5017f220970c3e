package io.almoner.jobs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Command.RecordBenefit;
import io.almoner.book.OrgBook;
import io.almoner.intake.Intake;
import io.almoner.intake.ParsedRow;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.ledger.Ledger;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;
import io.almoner.rules.Severity;

/**
 * MIG-007: the quantity of each benefit is the same before and after the move, summed over its locations. Before is what
 * the files say, read again; after is what the ledger says.
 */
final class QuantityCheck {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int ROWS_NAMED = 10;

    private final Intake intake;
    private final Ledger ledger;
    private final Map<BenefitOfOrganisation, Sum> sums = new TreeMap<>();

    private record BenefitOfOrganisation(String organisation, String order, String name)
            implements Comparable<BenefitOfOrganisation> {

        @Override
        public int compareTo(BenefitOfOrganisation other) {
            int byOrganisation = organisation.compareTo(other.organisation);
            int byOrder = byOrganisation == 0 ? order.compareTo(other.order) : byOrganisation;
            return byOrder == 0 ? name.compareTo(other.name) : byOrder;
        }

        @Override
        public String toString() {
            return name + " (" + organisation + ", " + order + ")";
        }
    }

    /** What differs, and what explains it. */
    private static final class Sum {
        private long before;
        private long after;
        private final List<String> refusedRows = new ArrayList<>(0);
        private long refused;
    }

    /**
     * A row of the files.
     *
     * @param where the row, with its table
     */
    private record Expected(String where, RecordBenefit benefit, Fate fate) {}

    private enum Fate {
        IN_LEDGER,
        REFUSED
    }

    QuantityCheck(Intake intake, Ledger ledger) {
        this.intake = intake;
        this.ledger = ledger;
    }

    /**
     * Compares a table of {@code pmc_benefits} with the ledger.
     *
     * @param refused the rows that this run refused
     */
    void compare(RunTable table, BitSet refused) {
        List<Expected> expected = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        try (RowCursor cursor = intake.open(table.source())) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                if (row.kind() == Row.Kind.DATA && !table.isSettled(row)) {
                    expect(table, row, refused.get(row.number()) ? Fate.REFUSED : Fate.IN_LEDGER, expected);
                }
                if (expected.size() == ROWS_AT_ONCE) {
                    look(expected, seen);
                    expected.clear();
                }
            }
        }
        look(expected, seen);
    }

    private static void expect(RunTable table, Row row, Fate fate, List<Expected> expected) {
        ParsedRow parsed = table.reader().read(row);
        if (parsed.sketch() instanceof RecordBenefit benefit) {
            expected.add(new Expected(row.number() + " of " + table.source().label(), benefit, fate));
        }
    }

    private void look(List<Expected> expected, Set<Long> seen) {
        Set<String> mpnIds = new HashSet<>();
        expected.forEach(row -> mpnIds.add(row.benefit().mpnId()));
        Map<String, String> codes = ledger.organisationsOfMpnIds(mpnIds);
        Map<String, OrgBook> books = new HashMap<>();
        ledger.load(ledger.organisationsOfCodes(new HashSet<>(codes.values())).values())
                .values()
                .forEach(book -> books.put(book.code(), book));
        for (Expected row : expected) {
            String code = codes.get(row.benefit().mpnId());
            add(row, code == null ? null : books.get(code), seen);
        }
    }

    private void add(Expected row, @Nullable OrgBook book, Set<Long> seen) {
        if (book == null && row.fate() == Fate.REFUSED) {
            return; // its organisation does not move
        }
        String code = book == null ? row.benefit().mpnId() : book.code();
        Sum sum = sums.computeIfAbsent(
                new BenefitOfOrganisation(
                        code, row.benefit().order().number(), row.benefit().name()),
                key -> new Sum());
        if (row.fate() == Fate.REFUSED) {
            sum.refusedRows.add(row.where());
            sum.refused += row.benefit().quantity();
            return;
        }
        @Nullable Benefit benefit = book == null ? null : find(book, row.benefit());
        if (benefit == null) {
            sum.before += row.benefit().quantity();
        } else if (seen.add(benefit.id())) {
            sum.before += row.benefit().quantity();
            sum.after += benefit.quantity();
        }
    }

    private static @Nullable Benefit find(OrgBook book, RecordBenefit row) {
        return book.location(row.mpnId())
                .flatMap(location -> book.benefits(location, row.name()).stream()
                        .filter(benefit ->
                                book.order(benefit).number().equals(row.order().number()))
                        .findFirst())
                .orElse(null);
    }

    /** What differs: refusing where nothing explains it, told where refused rows do. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        sums.forEach((benefit, sum) -> {
            String before = Long.toString(sum.before + sum.refused);
            String after = Long.toString(sum.after);
            if (sum.before != sum.after) {
                findings.add(Finding.of(Rule.MIG_007, "Quantity", before, benefit.toString(), before, after));
            } else if (!sum.refusedRows.isEmpty()) {
                findings.add(Finding.of(
                                Rule.MIG_007,
                                "Quantity",
                                before,
                                benefit.toString(),
                                before,
                                after,
                                rows(sum.refusedRows))
                        .variant("explained")
                        .weighing(Severity.INFORMATION));
            }
        });
        return findings;
    }

    private static String rows(List<String> rows) {
        String named = String.join(", ", rows.subList(0, Math.min(rows.size(), ROWS_NAMED)));
        return rows.size() > ROWS_NAMED ? named + " ..." : named;
    }
}
