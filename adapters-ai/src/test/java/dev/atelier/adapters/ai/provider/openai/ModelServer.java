package dev.atelier.adapters.ai.provider.openai;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// A model server on a bare socket, so that a test decides every byte and sees the connection
/// close.
final class ModelServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Script script;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closedByClient = new CompletableFuture<>();

    /// What the server does once it has read a request.
    interface Script {

        void play(OutputStream out) throws IOException;
    }

    ModelServer(Script script) throws IOException {
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    /// Streams the events and ends the reply properly.
    static Script streaming(String... events) {
        return out -> {
            open(out);
            for (var event : events) {
                chunk(out, event);
            }
            out.write(ascii("0\r\n\r\n"));
        };
    }

    /// Starts to stream and then falls silent or breaks off.
    static Script beginning(String... events) {
        return out -> {
            open(out);
            for (var event : events) {
                chunk(out, event);
            }
        };
    }

    static Script answering(String status, String headers, String body) {
        return out ->
                out.write(
                        ascii(
                                "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s"
                                        .formatted(status, headers, body.length(), body)));
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    /// The requests so far, head and body, oldest first.
    BlockingQueue<String> requests() {
        return requests;
    }

    /// Done once the client has closed the connection that is left open by the script.
    CompletableFuture<Void> closedByClient() {
        return closedByClient;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                serve(connection);
            } catch (IOException _) {
                closedByClient.complete(null);
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        var in = new BufferedInputStream(connection.getInputStream());
        requests.add(request(in));
        var out = connection.getOutputStream();
        script.play(out);
        out.flush();
        if (script instanceof Held) {
            if (in.read() < 0) {
                closedByClient.complete(null);
            }
        }
    }

    /// Keeps the connection open after the script, until the client closes it.
    record Held(Script script) implements Script {

        @Override
        public void play(OutputStream out) throws IOException {
            script.play(out);
            out.flush();
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        var length =
                head.toString()
                        .lines()
                        .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void open(OutputStream out) throws IOException {
        var head =
                List.of(
                        "HTTP/1.1 200 OK",
                        "Content-Type: text/event-stream",
                        "Transfer-Encoding: chunked");
        out.write(ascii(String.join("\r\n", head) + "\r\n\r\n"));
        out.flush();
    }

    private static void chunk(OutputStream out, String event) throws IOException {
        var bytes = ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8);
        out.write(ascii(Integer.toHexString(bytes.length) + "\r\n"));
        out.write(bytes);
        out.write(ascii("\r\n"));
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
