package dev.atelier.adapters.ai.wire;

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
public final class ModelServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Script script;
    private final BlockingQueue<SentRequest> requests = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closedByClient = new CompletableFuture<>();

    /// What the server does once it has read a request.
    public interface Script {

        void play(OutputStream out) throws IOException;
    }

    public ModelServer(Script script) throws IOException {
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    /// Streams the frames and ends the reply properly.
    public static Script streaming(Dialect dialect, List<String> frames) {
        return out -> {
            beginning(dialect, frames).play(out);
            end(out);
        };
    }

    /// Starts to stream and then breaks off.
    public static Script beginning(Dialect dialect, List<String> frames) {
        return out -> {
            open(out, dialect);
            for (var frame : frames) {
                write(out, frame);
            }
        };
    }

    /// Falls silent after the script, until the client closes the connection.
    public static Script held(Script script) {
        return new Held(script);
    }

    private record Held(Script script) implements Script {

        @Override
        public void play(OutputStream out) throws IOException {
            script.play(out);
        }
    }

    public static Script answering(String status, String headers, String body) {
        return out ->
                out.write(
                        ascii(
                                "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s"
                                        .formatted(status, headers, body.length(), body)));
    }

    private static void open(OutputStream out, Dialect dialect) throws IOException {
        var head =
                List.of(
                        "HTTP/1.1 200 OK",
                        "Content-Type: " + dialect.contentType(),
                        "Transfer-Encoding: chunked");
        out.write(ascii(String.join("\r\n", head) + "\r\n\r\n"));
        out.flush();
    }

    public static void write(OutputStream out, String frame) throws IOException {
        write(out, frame.getBytes(StandardCharsets.UTF_8));
    }

    /// One chunk; none where there is nothing to write, for that would be the end.
    static void write(OutputStream out, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        out.write(ascii(Integer.toHexString(bytes.length) + "\r\n"));
        out.write(bytes);
        out.write(ascii("\r\n"));
        out.flush();
    }

    public static void end(OutputStream out) throws IOException {
        out.write(ascii("0\r\n\r\n"));
    }

    public String url(Dialect dialect) {
        return "http://127.0.0.1:" + socket.getLocalPort() + dialect.basePath();
    }

    /// The requests so far, oldest first.
    public BlockingQueue<SentRequest> requests() {
        return requests;
    }

    /// Done once the client has closed a connection on which the server had not finished.
    public CompletableFuture<Void> closedByClient() {
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
        if (script instanceof Held && in.read() < 0) {
            closedByClient.complete(null);
        }
    }

    private static SentRequest request(InputStream in) throws IOException {
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
        return new SentRequest(
                head.toString(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
