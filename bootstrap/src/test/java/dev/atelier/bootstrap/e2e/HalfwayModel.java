package dev.atelier.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A model server that speaks the streaming protocol of OpenAI and says the first half of its
/// answer, not quite. The rest follows when it is told to go on.
final class HalfwayModel implements AutoCloseable {

    private static final int PIECE = 10;

    private final HttpServer server;
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    HalfwayModel() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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
                "OPENAI_MODEL", "halfway",
                "OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    void goOn() {
        mayGoOn.countDown();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var half = SlowModel.ANSWER.length() / 2 - PIECE;
            say(SlowModel.ANSWER.substring(0, half), exchange);
            mayGoOn.await();
            say(SlowModel.ANSWER.substring(half), exchange);
            SlowModel.write(exchange, SlowModel.chunk("", "\"stop\""));
            SlowModel.write(exchange, "data: [DONE]\n\n");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String text, HttpExchange exchange) throws IOException {
        for (int from = 0; from < text.length(); from += PIECE) {
            var piece = text.substring(from, Math.min(text.length(), from + PIECE));
            SlowModel.write(exchange, SlowModel.chunk(piece.replace("\"", "\\\""), "null"));
        }
    }
}
