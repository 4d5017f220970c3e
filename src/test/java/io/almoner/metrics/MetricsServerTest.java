package io.almoner.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.metrics.JobRecord.Ending;
import io.almoner.returns.RowCounts;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsServerTest {

    @TempDir
    Path home;

    private MetricsServer server;
    private List<String> troubles = List.of();

    @BeforeEach
    void begin() throws IOException {
        JobRecords records = JobRecords.in(home);
        Instant now = Instant.parse("2026-03-22T06:00:00Z");
        records.change(
                Files.writeString(home.resolve("nightly.yaml"), ""),
                record -> record.ended(new Ending(now, "completed", 0, new RowCounts(0, 0, 0, 0, 0))));
        server = MetricsServer.start(0, new MetricsServer.Told() {
            @Override
            public Metrics metrics() throws IOException {
                return Metrics.of(records, now);
            }

            @Override
            public List<String> troubles() {
                return troubles;
            }
        });
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void gives_the_metrics_in_the_form_of_prometheus() throws Exception {
        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(answer.body())
                .contains("# TYPE almoner_last_run_exit_code gauge\nalmoner_last_run_exit_code{job=\"nightly\"} 0.0\n");
    }

    @Test
    void is_healthy_as_long_as_nothing_is_wrong_and_else_says_what() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);

        troubles = List.of("nightly.yaml: ended with exit code 1", "weekly.yaml: not begun");

        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("nightly.yaml: ended with exit code 1\nweekly.yaml: not begun\n");
    }

    @Test
    void does_nothing_else() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpRequest post = request("/health").POST(BodyPublishers.ofString("x")).build();
        assertThat(client().send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client().send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
