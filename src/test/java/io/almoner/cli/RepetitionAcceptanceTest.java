package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.SAMPLE;
import static io.almoner.cli.Program.SAMPLE_WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

/** The same input twice changes nothing. */
class RepetitionAcceptanceTest {

    @TempDir
    Path folder;

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    @Test
    void leaves_every_applied_row_as_it_is_and_judges_the_refused_ones_anew() {
        Answer first = program().migrate(SAMPLE).ending(3);
        var before = program().content();

        Answer second = program().migrate(SAMPLE).ending(3);

        assertThat(first.rows()).isEqualTo(new Answer.Rows(224, 189, 2, 32, 1));
        assertThat(second.rows()).isEqualTo(new Answer.Rows(224, 0, 191, 32, 1));
        assertThat(second.json().get("changes").isEmpty()).isTrue();
        assertThat(program().content().get("audit_change")).isEqualTo(before.get("audit_change"));
        assertThat(program().content().get("seat")).isEqualTo(before.get("seat"));
    }

    @Test
    void says_unchanged_of_the_same_content_in_other_bytes() {
        program().migrate(SAMPLE);
        var before = program().content().get("audit_change");

        Answer workbook = program().migrate(SAMPLE_WORKBOOK).ending(3);

        assertThat(workbook.rows()).isEqualTo(new Answer.Rows(224, 0, 191, 32, 1));
        assertThat(program().content().get("audit_change")).isEqualTo(before);
    }

    @Test
    void gives_back_the_same_rejects() throws IOException {
        Answer first = program().migrate(SAMPLE);
        Answer second = program().migrate(SAMPLE);

        assertThat(second.files("rejects")).hasSameSizeAs(first.files("rejects"));
        for (Path file : first.files("rejects")) {
            Path again = second.file(file.getFileName().toString());
            assertThat(Files.readString(again)).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void does_not_take_a_corrected_order_of_rows_for_something_new() throws IOException {
        program().migrate(SAMPLE);
        Path turned = folder.resolve("pmc_assignments.csv");
        var lines = Files.readAllLines(SAMPLE.resolve("pmc_assignments.csv"));
        var data = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(data);
        data.add(0, lines.get(0));
        Files.write(turned, data);

        assertThat(program().migrate(turned).rows().applied()).isZero();
    }
}
