package io.almoner.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers {@code GET /metrics} and {@code GET /health}, on this machine alone: it listens on the loopback address, since it
 * asks nobody who they are.
 */
public final class MetricsServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int BAD_METHOD = 405;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int UNHEALTHY = 503;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;

    /** What it tells, as it is at that moment. */
    public interface Told {

        /** The metrics. */
        Metrics metrics() throws IOException;

        /** What is wrong, a line each; none when all is well. */
        List<String> troubles() throws IOException;
    }

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to answer.
     *
     * @param port 0 for one that is free
     * @throws IOException when the port is taken
     */
    public static MetricsServer start(int port, Told told) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.createContext("/", exchange -> answer(exchange, told));
        server.start();
        return new MetricsServer(server);
    }

    /** The port on which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Told told) throws IOException {
        try {
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                send(exchange, BAD_METHOD, TEXT, bytes("GET alone\n"));
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, OK, Metrics.CONTENT_TYPE, metrics(told));
                case "/health" -> health(exchange, told.troubles());
                default -> send(exchange, NOT_FOUND, TEXT, bytes("/metrics or /health\n"));
            }
        } catch (IOException | RuntimeException e) {
            // the one who asked is gone, or the home cannot be read: the next one may have more luck
            exchange.sendResponseHeaders(FAILED, -1);
        } finally {
            exchange.close();
        }
    }

    private static byte[] metrics(Told told) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        told.metrics().write(out);
        return out.toByteArray();
    }

    private static void health(HttpExchange exchange, List<String> troubles) throws IOException {
        if (troubles.isEmpty()) {
            send(exchange, OK, TEXT, bytes("ok\n"));
        } else {
            send(exchange, UNHEALTHY, TEXT, bytes(String.join("\n", troubles) + "\n"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
