package io.almoner.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.ledger.LedgerAccess;

/**
 * The door of the reports: reads the ledger and writes what a manager gets. All formats of one report show one state of
 * the ledger, however long they take and whatever else is written meanwhile. A report of a past day shows the books of that
 * day, which are rebuilt from the audit trail where runs of a later day have changed them.
 *
 * <pre>
 * try (Reports reports = new Reports(access, Clock.systemUTC(), home.resolve("reports"))) {
 *     reports.write(new ReportRequest("allocations", new Scope(day, policy, null), Look.STANDARD, folder));
 * }
 * </pre>
 */
public final class Reports implements AutoCloseable {

    /** The reports that there are. */
    public static final List<String> NAMES =
            Arrays.stream(Subject.values()).map(Subject::command).toList();

    private final LedgerAccess ledger;
    private final LedgerByDay byDay;
    private final Clock clock;
    private final Designs designs;
    private final ReportPdf pdf;

    /** @param ownDesigns folder of designs that go before the program's own; null when there is none */
    public Reports(LedgerAccess ledger, Clock clock, @Nullable Path ownDesigns) {
        this.ledger = ledger;
        this.byDay = new LedgerByDay(ledger);
        this.clock = clock;
        this.designs = new Designs(ownDesigns);
        this.pdf = new ReportPdf(designs);
    }

    /**
     * Writes one report, a file for each format: {@code NAME-DATE.pdf} and so on, as CSV one for each table. A file appears whole or not at all and
     * replaces one of the same name.
     *
     * @return the files, in the order of the formats
     * @throws IllegalArgumentException when there is no report of that name
     * @throws ReportException when the organisation is unknown or was on that day, or a design or a file cannot be used
     */
    public List<Path> write(ReportRequest request) {
        return publish(request).files();
    }

    /** As {@link #write}, and tells the figures that stand in the files. */
    public Briefing publish(ReportRequest request) {
        Subject subject = Subject.named(request.name());
        check(List.of(request.name()), request.look());
        LedgerAccess access = byDay.of(request.scope().on());
        Books books = Books.of(access, ledger, request.look().locale());
        return books.isPast()
                ? inOneState(ledger, () -> inOneState(access, () -> writeAll(subject, books, request)))
                : inOneState(ledger, () -> writeAll(subject, books, request));
    }

    private static <T> T inOneState(LedgerAccess access, Supplier<T> reading) {
        TransactionTemplate oneState = new TransactionTemplate(new DataSourceTransactionManager(access.dataSource()));
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return Objects.requireNonNull(oneState.execute(status -> reading.get()));
    }

    /**
     * Makes sure that nothing is wrong with the designs and texts of the user's own that these reports would be written
     * by; to be asked before the first of several is written.
     *
     * @throws BrokenDesignException when something is
     */
    public void check(List<String> names, Look look) {
        Texts texts = designs.texts(Texts.REPORTS, look.locale());
        if (look.formats().contains(Format.PDF)) {
            designs.check(
                    Stream.concat(names.stream(), Stream.of("cover", "contents"))
                            .toList(),
                    look,
                    texts);
        }
    }

    private Briefing writeAll(Subject subject, Books books, ReportRequest request) {
        Texts texts = designs.texts(Texts.REPORTS, request.look().locale());
        ScopedLedger scoped = new ScopedLedger(books, request.scope(), texts, clock.instant());
        Report report = subject.read(scoped);
        List<Path> files = new ArrayList<>();
        request.look().formats().stream()
                .sorted()
                .forEach(format -> contents(report, request, format)
                        .forEach((ending, content) -> files.add(writeOne(request, ending, content))));
        return Briefing.of(request.name(), report, request.look().locale(), files);
    }

    /** What stands in a file. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The files of a format, by the ends of their names. */
    private SortedMap<String, Content> contents(Report report, ReportRequest request, Format format) {
        Look look = request.look();
        Texts texts = designs.texts(Texts.REPORTS, look.locale());
        SortedMap<String, Content> contents = new TreeMap<>();
        switch (format) {
            case PDF -> contents.put(".pdf", out -> pdf.write(report, look, request.directory(), out));
            case XLSX ->
                contents.put(".xlsx", out -> new ReportWorkbook(report, look, texts).write(request.directory(), out));
            case HTML -> contents.put(".html", out -> new ReportPage(report, texts, out).write());
            case CSV ->
                report.detailTables()
                        .forEach(
                                table -> contents.put(ending(table), out -> new ReportText<>(table, texts).write(out)));
        }
        return contents;
    }

    private static String ending(Table<?> table) {
        return "-" + table.section().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }

    private static Path writeOne(ReportRequest request, String ending, Content content) {
        String name = request.name() + "-" + request.scope().on() + ending;
        Path file = request.directory().resolve(name);
        try {
            Files.createDirectories(request.directory());
            Path unfinished = Files.createTempFile(request.directory(), "." + name, ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    content.writeTo(out);
                }
                return Files.move(
                        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new ReportException("The report cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** Leaves nothing of the ledgers of past days. */
    @Override
    public void close() {
        byDay.close();
    }
}
