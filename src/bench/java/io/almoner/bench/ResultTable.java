package io.almoner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.almoner.bench.Benchmark.Contender;
import io.almoner.bench.Databases.Kind;

/** The best run of each contender on each database and size, and how they stand to each other. */
final class ResultTable {

    /** One run. */
    record Line(Contender contender, Kind database, int rows, MeasuredProcess process) {

        double rowsPerSecond() {
            return rows / seconds(process.wall());
        }

        double microsPerRow() {
            return seconds(process.wall()) * 1e6 / rows;
        }

        private boolean isLike(Contender other, Kind otherDatabase, int otherRows) {
            return contender == other && database == otherDatabase && rows == otherRows;
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1e3;
        }
    }

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        System.err.printf("%s %s %,d rows: %s%n", line.contender, line.database, line.rows, line.process.wall());
        var known = find(line.contender, line.database, line.rows);
        if (known.isEmpty() || line.rowsPerSecond() > known.get().rowsPerSecond()) {
            known.ifPresent(lines::remove);
            lines.add(line);
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%-8s %-10s %10s %9s %9s %9s %7s %7s %9s %9s%n"
                .formatted(
                        "what", "database", "rows", "seconds", "cpu s", "rows/s", "MiB", "live", "to stock", "growth"));
        lines.stream()
                .sorted(Comparator.comparing(Line::database)
                        .thenComparing(Line::rows)
                        .thenComparing(Line::contender))
                .forEach(line -> text.append(describe(line)));
        return text.append(
                        "MiB, live: the most heap before and after a collection; to stock: rows/s beside the stock job; growth: time a row beside the smallest size\n")
                .toString();
    }

    private String describe(Line line) {
        var stock = find(Contender.STOCK, line.database, line.rows);
        return "%-8s %-10s %,10d %9.1f %9.1f %,9.0f %7d %7d %9s %9.2f%n"
                .formatted(
                        line.contender,
                        line.database,
                        line.rows,
                        Line.seconds(line.process.wall()),
                        Line.seconds(line.process.cpu()),
                        line.rowsPerSecond(),
                        line.process.peakHeap(),
                        line.process.liveHeap(),
                        stock.map(other -> "%.2f".formatted(line.rowsPerSecond() / other.rowsPerSecond()))
                                .orElse("-"),
                        line.microsPerRow() / smallest(line).microsPerRow());
    }

    private Line smallest(Line line) {
        return lines.stream()
                .filter(other -> other.isLike(line.contender, line.database, other.rows))
                .min(Comparator.comparing(Line::rows))
                .orElse(line);
    }

    private Optional<Line> find(Contender contender, Kind database, int rows) {
        return lines.stream()
                .filter(line -> line.isLike(contender, database, rows))
                .findFirst();
    }
}
