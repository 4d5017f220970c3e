package io.almoner.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import net.sf.jasperreports.repo.InputStreamResource;
import net.sf.jasperreports.repo.RepositoryContext;
import net.sf.jasperreports.repo.RepositoryService;
import net.sf.jasperreports.repo.Resource;
import net.sf.jasperreports.repo.ResourceInfo;
import net.sf.jasperreports.repo.StandardResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Finds what designs name {@code reports/...}, such as styles and pictures, in the user's own folder before the program
 * is asked for it. Only what is read as bytes is found here: a compiled design, which would run when it is read, is not.
 */
final class OwnFolder implements RepositoryService {

    private static final String PREFIX = "reports/";

    private final Path folder;

    OwnFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public <K extends Resource> @Nullable K getResource(RepositoryContext context, String name, Class<K> type) {
        return getResource(name, type);
    }

    @Override
    public <K extends Resource> @Nullable K getResource(String name, Class<K> type) {
        Path file = find(name);
        if (type != InputStreamResource.class || file == null) {
            return null;
        }
        try {
            InputStreamResource found = new InputStreamResource();
            found.setInputStream(Files.newInputStream(file));
            return type.cast(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable ResourceInfo getResourceInfo(RepositoryContext context, String name) {
        if (find(name) == null) {
            return null;
        }
        StandardResourceInfo info = new StandardResourceInfo();
        info.setRepositoryResourceLocation(name);
        return info;
    }

    @Override
    public @Nullable Resource getResource(String name) {
        return null;
    }

    private @Nullable Path find(String name) {
        Path file = name.startsWith(PREFIX) ? folder.resolve(name.substring(PREFIX.length())) : null;
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    @Override
    public void saveResource(String name, Resource resource) {
        throw new UnsupportedOperationException("designs are only read");
    }
}
