package io.almoner.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the metrics go. */
final class MetricsOption {

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "where the metrics go (env ALMONER_METRICS; default HOME/metrics.prom)")
    private @Nullable Path file;

    /** The file, for a home. */
    Path file(CommonOptions common, Path home) {
        String named = common.environment().get("ALMONER_METRICS");
        if (file != null) {
            return file.toAbsolutePath().normalize();
        }
        return named != null && !named.isBlank()
                ? Path.of(named).toAbsolutePath().normalize()
                : home.resolve("metrics.prom");
    }
}
