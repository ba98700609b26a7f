package dev.atelier.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// A user's Socket.IO client on a WebSocket, which remembers the moves of jobs that it was told.
final class SocketWatcher implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> moves = new HashMap<>();
    private final WebSocket socket;
    private boolean connected;

    SocketWatcher(HttpClient http, Client user) {
        var address =
                user.address().toString().replaceFirst("http", "ws")
                        + "/socket.io/?EIO=4&transport=websocket";
        this.socket = http.newWebSocketBuilder().buildAsync(URI.create(address), new Ear()).join();
        socket.sendText("40{\"token\":\"" + user.token() + "\"}", true).join();
    }

    synchronized boolean isConnected() {
        return connected;
    }

    /// Of each job the words for its moves, as they came: `queued`, `processing`, `completed`.
    synchronized Map<String, List<String>> moves() {
        var copy = new HashMap<String, List<String>>();
        moves.forEach((job, words) -> copy.put(job, List.copyOf(words)));
        return copy;
    }

    private synchronized void hear(String packet) {
        if (packet.equals("2")) {
            var _ = socket.sendText("3", true);
        } else if (packet.startsWith("40")) {
            connected = true;
        } else if (packet.startsWith("42")) {
            hear(event(packet.substring(2)));
        }
    }

    /// Progress is told by the same event as a move to `processing`, which comes first and once.
    private void hear(JsonNode event) {
        var name = event.get(0).asText();
        var data = event.get(1);
        if (name.startsWith("ai_job_")) {
            var words = moves.computeIfAbsent(data.path("job_id").asText(), _ -> new ArrayList<>());
            var status = data.path("status").asText();
            var isProgress = name.equals("ai_job_update") && data.path("progress").asInt() > 0;
            if (!isProgress) {
                words.add(status);
            }
        }
    }

    private static JsonNode event(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                hear(message.toString());
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }
    }
}
