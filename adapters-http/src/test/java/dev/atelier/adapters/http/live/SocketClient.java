package dev.atelier.adapters.http.live;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A Socket.IO client on a WebSocket, as far as these tests need one.
final class SocketClient implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    SocketClient(int port, String token) {
        var address = "ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket";
        this.socket = http.newWebSocketBuilder().buildAsync(URI.create(address), new Ear()).join();
        socket.sendText("40{\"token\":\"" + token + "\"}", true).join();
    }

    /// The next packet of Socket.IO, without pings and the opening of the session.
    String next() throws InterruptedException {
        while (true) {
            var packet =
                    requireNonNull(packets.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing");
            if (packet.startsWith("4")) {
                return packet.substring(1);
            }
        }
    }

    /// Passes over events until one has this name.
    JsonNode await(String event) throws InterruptedException {
        while (true) {
            var packet = next();
            if (packet.startsWith("2[\"" + event + "\"")) {
                return content(packet);
            }
        }
    }

    /// What an event carries.
    static JsonNode content(String packet) {
        return parsed(packet.substring(1)).get(1);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                packets.add(message.toString());
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }
    }
}
