package io.almoner.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.repo.FileRepositoryService;
import net.sf.jasperreports.repo.RepositoryContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds what designs name {@code reports/...}, such as styles and pictures, in the user's own folder before the program
 * is asked for it.
 */
final class OwnFolder extends FileRepositoryService {

    private static final String PREFIX = "reports/";

    private final Path folder;

    OwnFolder(JasperReportsContext context, Path folder) {
        super(context, folder.toString(), false);
        this.folder = folder;
    }

    @Override
    public @Nullable File getFile(RepositoryContext context, String name) {
        if (!name.startsWith(PREFIX)) {
            return null;
        }
        Path file = folder.resolve(name.substring(PREFIX.length()));
        return Files.isRegularFile(file) ? file.toFile() : null;
    }
}
