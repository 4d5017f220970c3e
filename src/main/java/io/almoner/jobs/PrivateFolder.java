package io.almoner.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.almoner.ledger.Home;

/** Folders for files that not everybody on the machine is to read. */
final class PrivateFolder {

    private PrivateFolder() {}

    /** Makes the folder and those above it that lack, for their owner only; one that is there stays as it is. */
    static void create(Path folder) throws IOException {
        Files.createDirectories(folder, Home.only("rwx------"));
    }
}
