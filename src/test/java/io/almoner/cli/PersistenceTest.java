package io.almoner.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.jobfile.Retry;
import io.almoner.jobs.ExitCode;

import static org.assertj.core.api.Assertions.assertThat;

class PersistenceTest {

    private static final Attempt AWAY = ending(ExitCode.FAILED, "{\"run\": null}");
    private static final Attempt BUSY = ending(ExitCode.STOPPED_BY_SAFETY, "{\"run\": null, \"status\": \"refused\"}");
    private static final Attempt DONE = ending(ExitCode.DONE, "{\"run\": \"r-1\", \"status\": \"completed\"}");

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void tries_again_until_the_surroundings_let_it_end() {
        Attempt attempt = run(3, AWAY, BUSY, DONE);

        assertThat(attempt).isEqualTo(DONE.after(3));
        assertThat(pauses).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    @Test
    void gives_up_after_the_last_attempt_without_waiting_for_another() {
        Attempt attempt = run(2, AWAY, BUSY, DONE);

        assertThat(attempt).isEqualTo(BUSY.after(2));
        assertThat(pauses).hasSize(1);
    }

    @Test
    void tries_once_where_nothing_else_is_said() {
        assertThat(run(1, AWAY, DONE)).isEqualTo(AWAY);
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEEDS_A_LOOK", "UNUSABLE_INPUT", "NO_RIGHT", "USAGE", "INTERRUPTED"})
    void never_tries_again_what_lies_in_the_input_or_was_wanted(ExitCode exit) {
        Attempt ended = ending(exit, "{\"run\": \"r-1\", \"status\": \"refused\"}");

        assertThat(run(3, ended, DONE)).isEqualTo(ended);
    }

    @Test
    void never_tries_again_what_a_safety_of_the_job_stopped_or_quantities_that_differ() {
        Attempt stopped = ending(ExitCode.STOPPED_BY_SAFETY, "{\"run\": \"r-1\", \"status\": \"refused\"}");
        Attempt differing = ending(ExitCode.FAILED, "{\"run\": \"r-1\", \"findings\": {\"MIG-007\": 1}}");

        assertThat(run(3, stopped, DONE)).isEqualTo(stopped);
        assertThat(run(3, differing, DONE)).isEqualTo(differing);
    }

    @Test
    void does_not_try_again_when_the_wait_was_cut_short() {
        Persistence impatient =
                new Persistence(new Retry(3, Duration.ofMinutes(5)), time -> false, new Console(new CommonOptions()));

        assertThat(impatient.run(() -> AWAY)).isEqualTo(AWAY);
    }

    private Attempt run(int attempts, Attempt... ends) {
        Deque<Attempt> next = new ArrayDeque<>(List.of(ends));
        Persistence persistence = new Persistence(
                new Retry(attempts, Duration.ofMinutes(5)), pauses::add, new Console(new CommonOptions()));
        return persistence.run(next::remove);
    }

    private static Attempt ending(ExitCode exit, String json) {
        return new Attempt(List.of(), exit, Optional.of(JsonMapper.shared().readTree(json)), List.of(), 1);
    }
}
