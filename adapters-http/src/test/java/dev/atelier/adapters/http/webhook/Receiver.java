package dev.atelier.adapters.http.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A receiver on a socket of its own, that answers byte for byte as the test says.
final class Receiver implements AutoCloseable {

    /// What came in.
    record Request(String line, HttpHeaders headers, String body) {}

    /// How it is answered; the connection is closed afterwards.
    interface Script {

        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final CountDownLatch hungUp = new CountDownLatch(1);
    private final ServerSocket server;
    private final Script script;

    private Receiver(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    static Receiver answering(String answer) {
        return answering(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Receiver answering(Script script) {
        return on("127.0.0.1", script);
    }

    static Receiver on(String address, Script script) {
        try {
            return new Receiver(new ServerSocket(0, 50, InetAddress.ofLiteral(address)), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Receiver over(ServerSocket server, Script script) {
        return new Receiver(server, script);
    }

    /// Says nothing, and waits for the other side to hang up.
    static Receiver silent() {
        return answering(_ -> new CountDownLatch(1).await());
    }

    int port() {
        return server.getLocalPort();
    }

    void awaitHangUp() throws InterruptedException {
        if (!hungUp.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the sender holds on");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            requests.add(read(in));
            Thread.ofVirtual().start(() -> awaitEnd(in));
            script.answer(socket.getOutputStream());
        } catch (IOException | InterruptedException ended) {
            hungUp.countDown();
        }
    }

    private void awaitEnd(InputStream in) {
        try {
            if (in.read() == -1) {
                hungUp.countDown();
            }
        } catch (IOException reset) {
            hungUp.countDown();
        }
    }

    private static Request read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next == -1) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        var lines = List.of(head.toString().split("\r\n"));
        var fields =
                lines.stream()
                        .skip(1)
                        .map(line -> line.split(": ", 2))
                        .collect(
                                Collectors.groupingBy(
                                        parts -> parts[0],
                                        Collectors.mapping(
                                                parts -> parts[1], Collectors.toList())));
        var headers = HttpHeaders.of(fields, (_, _) -> true);
        var length = (int) headers.firstValueAsLong("Content-Length").orElseThrow();
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(lines.getFirst(), headers, body);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
