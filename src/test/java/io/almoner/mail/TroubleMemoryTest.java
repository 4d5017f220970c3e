package io.almoner.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleMemoryTest {

    private static final Instant MORNING = Instant.parse("2020-03-22T06:00:00Z");
    private static final Trouble TOLD = new Trouble("a mark", MORNING, MORNING.plusSeconds(60));

    @TempDir
    Path folder;

    @Test
    void remembers_from_run_to_run_until_it_is_to_forget() throws IOException {
        memory("weekly.yaml").keep(TOLD);

        assertThat(memory("weekly.yaml").trouble()).contains(TOLD);
        memory("weekly.yaml").forget();
        assertThat(memory("weekly.yaml").trouble()).isEmpty();
    }

    @Test
    void remembers_also_what_nobody_was_told() throws IOException {
        Trouble untold = new Trouble("a mark", MORNING, null);

        memory("weekly.yaml").keep(untold);

        assertThat(memory("weekly.yaml").trouble()).contains(untold);
    }

    @Test
    void keeps_jobs_apart_whose_files_have_one_name() throws IOException {
        memory("one/weekly.yaml").keep(TOLD);

        assertThat(memory("other/weekly.yaml").trouble()).isEmpty();
        assertThat(memory("other/../one/weekly.yaml").trouble()).contains(TOLD);
    }

    @Test
    void a_damaged_file_is_no_memory_and_does_not_stand_in_the_way() throws IOException {
        memory("weekly.yaml").keep(TOLD);
        for (String damage : new String[] {"", "{\"since\":", "{}", "{\"since\": \"yesterday\"}", "\0\0"}) {
            Files.writeString(only(), damage);
            assertThat(memory("weekly.yaml").trouble()).as("'%s'", damage).isEmpty();
        }

        memory("weekly.yaml").keep(TOLD);
        assertThat(memory("weekly.yaml").trouble()).contains(TOLD);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void is_for_its_owner_alone() throws IOException {
        memory("weekly.yaml").keep(TOLD);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only())))
                .isEqualTo("rw-------");
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/jobs"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private TroubleMemory memory(String jobFile) {
        return TroubleMemory.of(folder.resolve("home"), folder.resolve(jobFile));
    }
}
