package io.almoner.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of the user's own {@code reports/} folder cannot be used. The message has a line for each fault: file, line and
 * reason.
 */
public final class BrokenDesignException extends ReportException {

    /**
     * What is wrong with it.
     *
     * @param line counted from 1; 0 when it is not known
     */
    record Fault(int line, String reason) {}

    BrokenDesignException(Path file, List<Fault> faults) {
        super(faults.stream().map(fault -> told(file, fault)).collect(Collectors.joining("\n")));
    }

    private static String told(Path file, Fault fault) {
        return file + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.reason();
    }
}
