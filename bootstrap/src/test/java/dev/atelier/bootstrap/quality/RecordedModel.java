package dev.atelier.bootstrap.quality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A model server that speaks the streaming protocol of OpenAI and says what was recorded, token by
/// token: the first reply to the first call, the next one to the second.
final class RecordedModel implements AutoCloseable {

    private static final int LONGEST_TOKEN = 7;

    private final HttpServer server;
    private final RecordedPrompt prompt;
    private final AtomicInteger asked = new AtomicInteger();

    RecordedModel(RecordedPrompt prompt) {
        this.prompt = prompt;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /// How often it was asked.
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var call = asked.getAndIncrement();
        var last = prompt.replies().size() - 1;
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            say(prompt.replies().get(Math.min(call, last)), exchange);
            write(exchange, event(delta(""), call == 0 ? prompt.finish() : "stop"));
            write(exchange, "data: [DONE]\n\n");
        }
    }

    /// Tokens of one to seven characters.
    private static void say(String reply, HttpExchange exchange) throws IOException {
        int from = 0;
        for (int length = 1; from < reply.length(); length = length % LONGEST_TOKEN + 1) {
            var left = reply.codePointCount(from, reply.length());
            var to = reply.offsetByCodePoints(from, Math.min(length, left));
            write(exchange, event(delta(reply.substring(from, to)), null));
            from = to;
        }
    }

    private static ObjectNode delta(String content) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("role", "assistant")
                .put("content", content);
    }

    private static String event(ObjectNode delta, @Nullable String finish) {
        var chunk =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", "chatcmpl-1")
                        .put("object", "chat.completion.chunk")
                        .put("created", 1_700_000_000)
                        .put("model", "recorded");
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        return "data: " + chunk + "\n\n";
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
