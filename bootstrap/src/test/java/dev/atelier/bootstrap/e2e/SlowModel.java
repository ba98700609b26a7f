package dev.atelier.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A model server that speaks the streaming protocol of OpenAI, word by word, as slowly as it is
/// told, and notices when nobody listens any more.
final class SlowModel implements AutoCloseable {

    /// About ten, and those that are under way when the socket closes. To count them is to measure
    /// the time by a clock that stands still while a busy machine does.
    static final int TOKENS_OF_A_SECOND = 15;

    static final String ANSWER =
            """
            {"title":"Steps","kind":"flowchart","direction":"down","groups":[],"shapes":[],\
            "nodes":[{"id":"a","label":"Start","kind":"start","group":null},\
            {"id":"b","label":"Work","kind":"process","group":null},\
            {"id":"c","label":"End","kind":"end","group":null}],\
            "edges":[{"from":"a","to":"b","label":null},{"from":"b","to":"c","label":null}]}\
            """;

    private final HttpServer server;
    private final AtomicInteger listening = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile long millisPerAnswer;

    SlowModel(long millisPerAnswer) {
        this.millisPerAnswer = millisPerAnswer;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// The settings that make a node use it.
    Map<String, String> settings() {
        return Map.of(
                "AI_PROVIDER", "openai",
                "OPENAI_API_KEY", "sk-not-a-real-key",
                "OPENAI_MODEL", "slow",
                "OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    void take(long millis) {
        millisPerAnswer = millis;
    }

    /// How many callers it is answering now.
    int listening() {
        return listening.get();
    }

    /// How often it was asked.
    int asked() {
        return asked.get();
    }

    /// How many tokens it has sent, each of which somebody pays for.
    int tokens() {
        return tokens.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        listening.incrementAndGet();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            stream(exchange);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            listening.decrementAndGet();
        }
    }

    /// Writing is how it notices that the other side is gone, so it never pauses for long.
    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        var end = System.nanoTime() + millisPerAnswer * 1_000_000;
        while (System.nanoTime() < end) {
            write(exchange, chunk(" ", "null"));
            tokens.incrementAndGet();
            Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 0, 100));
        }
        write(exchange, chunk(ANSWER.replace("\"", "\\\""), "null"));
        write(exchange, chunk("", "\"stop\""));
        write(exchange, "data: [DONE]\n\n");
    }

    static String chunk(String content, String finish) {
        return "data:"
                   + " {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"slow\",\"choices\":[{\"index\":0,"
                   + "\"delta\":{\"role\":\"assistant\",\"content\":\""
                + content
                + "\"},\"finish_reason\":"
                + finish
                + "}]}\n\n";
    }

    static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
