package io.almoner.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door of the reports: reads the ledger and writes what a manager gets. All formats of one report show one state of
 * the ledger, however long they take and whatever else is written meanwhile.
 *
 * <pre>
 * Reports reports = new Reports(access.dataSource(), Clock.systemUTC(), home.resolve("reports"));
 * reports.write(new ReportRequest("allocations", new Scope(day, "2020-03", null), Look.STANDARD, folder));
 * </pre>
 */
public final class Reports {

    /** The reports that there are. */
    public static final List<String> NAMES = List.of("allocations");

    private final DataSource ledger;
    private final Clock clock;
    private final AllocationsPdf pdf;

    /** @param ownDesigns folder of designs that go before the program's own; null when there is none */
    public Reports(DataSource ledger, Clock clock, @Nullable Path ownDesigns) {
        this.ledger = ledger;
        this.clock = clock;
        this.pdf = new AllocationsPdf(new Designs(ownDesigns));
    }

    /**
     * Writes one report, a file for each format: {@code NAME-DATE.pdf} and so on. A file appears whole or not at all and
     * replaces one of the same name.
     *
     * @return the files, in the order of the formats
     * @throws IllegalArgumentException when there is no report of that name
     * @throws ReportException when the organisation is unknown, or a design or a file cannot be used
     */
    public List<Path> write(ReportRequest request) {
        if (!NAMES.contains(request.name())) {
            throw new IllegalArgumentException("no report is called " + request.name());
        }
        TransactionTemplate oneState = new TransactionTemplate(new DataSourceTransactionManager(ledger));
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        List<Path> files = oneState.execute(status -> writeAll(request));
        return files == null ? List.of() : files;
    }

    private List<Path> writeAll(ReportRequest request) {
        Texts texts = new Texts(request.look().locale());
        AllocationsReport report = new AllocationsQuery(ledger).report(request.scope(), texts, clock.instant());
        return request.look().formats().stream()
                .sorted()
                .map(format -> writeOne(report, request, format))
                .toList();
    }

    private Path writeOne(AllocationsReport report, ReportRequest request, Format format) {
        String name = request.name() + "-" + request.scope().on() + "." + format.extension();
        Path file = request.directory().resolve(name);
        try {
            Files.createDirectories(request.directory());
            Path unfinished = Files.createTempFile(request.directory(), "." + name, ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    write(report, request, format, out);
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

    private void write(AllocationsReport report, ReportRequest request, Format format, OutputStream out)
            throws IOException {
        switch (format) {
            case PDF -> pdf.write(report, request.look(), request.directory(), out);
            case XLSX -> new AllocationsWorkbook(report, request.look()).write(out);
        }
    }
}
