package io.almoner.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.Finding;
import io.almoner.rules.Severity;

/** Finds the tables among the sheets of a workbook. */
final class SheetFinder {

    private static final int MAX_TITLE_ROWS = 20;

    private final HeaderMatcher headers;
    private final ReadOptions options;
    private final Source source;
    private final SourceTable.Format format;
    private final List<SheetHeader> tables = new ArrayList<>();
    private final List<SheetHeader> others = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();

    SheetFinder(HeaderMatcher headers, ReadOptions options, Source source, SourceTable.Format format) {
        this.headers = headers;
        this.options = options;
        this.source = source;
        this.format = format;
    }

    /** @throws UnusableInputException when no sheet is a table, or one is clearly meant to be and cannot be used */
    Identified find(Workbook workbook) throws IOException {
        for (Workbook.Tab tab : workbook.tabs()) {
            if (isToBeRead(tab)) {
                header(workbook, tab.name()).ifPresent(this::sort);
            }
        }
        refuseIfNone(workbook);
        others.forEach(other -> ignore(other.sheet(), other.match().strangeness()));
        String sha256 = Fingerprint.of(source);
        return new Identified(tables.stream().map(table -> table(table, sha256)).toList(), ignored);
    }

    private boolean isToBeRead(Workbook.Tab tab) {
        String wanted = options.sheet();
        if (wanted != null) {
            return wanted.equalsIgnoreCase(tab.name());
        }
        if (CompanionSheet.is(tab.name())) {
            return false;
        }
        if (tab.visibility() == Workbook.Visibility.HIDDEN) {
            ignore(tab.name(), Refusal.HIDDEN_SHEET.finding());
            return false;
        }
        return true;
    }

    private void sort(SheetHeader header) {
        (header.match().isMeant() ? tables : others).add(header);
    }

    private void refuseIfNone(Workbook workbook) {
        if (tables.isEmpty() && !others.isEmpty()) {
            SheetHeader best = others.stream()
                    .max(Comparator.comparingInt(other -> other.match().score()))
                    .orElseThrow();
            best.match().orRefuse(label(best.sheet()));
        }
        if (tables.isEmpty()) {
            String wanted = options.sheet();
            List<String> names =
                    workbook.tabs().stream().map(Workbook.Tab::name).toList();
            throw wanted == null || names.stream().anyMatch(wanted::equalsIgnoreCase)
                    ? Refusal.EMPTY.of(source.label())
                    : Refusal.NO_SUCH_SHEET.of(source.label(), wanted, String.join(", ", names));
        }
    }

    /** The row that is most like a header; empty when the sheet is. */
    private Optional<SheetHeader> header(Workbook workbook, String sheet) throws IOException {
        SheetHeader best = null;
        try (RowSource rows = workbook.rows(sheet)) {
            int looked = 0;
            for (Row row = rows.next(); row != null && looked < MAX_TITLE_ROWS; row = rows.next()) {
                if (row.cells().stream().allMatch(String::isBlank)) {
                    continue;
                }
                looked++;
                best = better(best, new SheetHeader(sheet, row.number(), headers.best(row.cells(), sheet)));
            }
        }
        return Optional.ofNullable(best);
    }

    private static SheetHeader better(@Nullable SheetHeader best, SheetHeader other) {
        boolean improves = best == null
                || best.match().recognised() == 0
                || (other.match().recognised() > 0
                        && other.match().score() > best.match().score());
        return best == null || improves ? other : best;
    }

    private SourceTable table(SheetHeader header, String sha256) {
        HeaderMatch match = header.match().orRefuse(label(header.sheet()));
        return new SourceTable(
                source.path(),
                source.name(),
                source.entry(),
                header.sheet(),
                sha256,
                match.layout(),
                format,
                null,
                null,
                header.row(),
                match.cells(),
                match.positions(),
                new UnknownColumns().findings(match));
    }

    private void ignore(String sheet, Finding why) {
        ignored.add(new Ignored(label(sheet), why.weighing(Severity.INFORMATION)));
    }

    private String label(String sheet) {
        return source.label() + " [" + sheet + "]";
    }

    /** The best header of a sheet, and its row. */
    private record SheetHeader(String sheet, int row, HeaderMatch match) {}
}
