package io.almoner.report;

import java.nio.file.Path;

/**
 * An order for one report.
 *
 * @param name one of {@link Reports#NAMES}
 * @param directory where the files go; made when it is not there
 */
public record ReportRequest(String name, Scope scope, Look look, Path directory) {}
