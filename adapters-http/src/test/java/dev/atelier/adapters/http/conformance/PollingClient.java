package dev.atelier.adapters.http.conformance;

import dev.atelier.adapters.http.Reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/// A client that polls.
public final class PollingClient implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    /// @param path as in `/engine.io/`
    public PollingClient(int port, String path) {
        this.base = "http://127.0.0.1:" + port + path;
    }

    /// @return the id of a new session
    public String open() {
        var reply = get("?EIO=4&transport=polling");
        if (reply.status() != 200 || !reply.text().startsWith("0{\"sid\":\"")) {
            throw new AssertionError("no handshake: " + reply);
        }
        return reply.text().substring(9, reply.text().indexOf('"', 9));
    }

    public Reply poll(String sid) {
        return get(query(sid));
    }

    public CompletableFuture<Reply> polling(String sid) {
        return CompletableFuture.supplyAsync(() -> poll(sid), Thread::startVirtualThread);
    }

    public Reply post(String sid, String packets) {
        return send(request(query(sid)).POST(BodyPublishers.ofString(packets)));
    }

    public Reply get(String query) {
        return send(request(query).GET());
    }

    public HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(base + query))
                .version(HttpClient.Version.HTTP_1_1);
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            return Reply.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    public static String query(String sid) {
        return "?EIO=4&transport=polling&sid=" + sid;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
